import type { Role } from '../../domain/rulebook/rulebook.js';

/** How people sign in; whoever starts the API decides. */
export interface SignInOptions {
  /** A session that nobody uses ends after so many seconds; 2 hours unless told. */
  idleSeconds?: number;
  /** Every session ends after so many seconds; 12 hours unless told. */
  longestSeconds?: number;
  /** Roles that do nothing without a second factor. */
  secondFactorFor?: Role[];
  provider?: ProviderOptions;
}

/** An OpenID provider. */
export interface ProviderOptions {
  issuer: string;
  clientId: string;
  clientSecret?: string;
  /** What stands on the button. */
  label: string;
  /** By what an account of ours is found the first time: a verified e-mail address, or `preferred_username` as well. */
  linkBy: 'email' | 'username';
  /** Whoever the provider knows gets an account, without any role. */
  creates: boolean;
  /** The provider has asked for a second factor already. */
  secondFactor: boolean;
  /** Logging out here logs out there, too. */
  logsOut: boolean;
}

export const idleSeconds = ({ signIn }: { signIn?: SignInOptions }): number => signIn?.idleSeconds ?? 2 * 3_600;
export const longestSeconds = ({ signIn }: { signIn?: SignInOptions }): number => signIn?.longestSeconds ?? 12 * 3_600;

/** Whether somebody of these roles needs a second factor. */
export const needsSecondFactor = ({ signIn }: { signIn?: SignInOptions }, roles: readonly Role[]): boolean =>
  roles.some((role) => signIn?.secondFactorFor?.includes(role));
