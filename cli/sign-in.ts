/** The settings of signing in. */
import type { ProviderOptions, SignInOptions } from '../api/sessions/options.js';
import { type Role, roles } from '../domain/rulebook/rulebook.js';
import { PlainError } from './plain.js';
import { type Environment, oneOf, text } from './variables.js';

/** Reads and checks them; a wrong one is a plain sentence that names it. `publicUrl`: what the provider sends people back to. */
export function signInOf(env: Environment, publicUrl: string | undefined): SignInOptions {
  return {
    idleSeconds: 60 * number(env, 'HUIYIN_SESSION_IDLE_MINUTES', 120, 5, 1_440),
    longestSeconds: 3_600 * number(env, 'HUIYIN_SESSION_HOURS', 12, 1, 168),
    secondFactorFor: rolesOf(env, 'HUIYIN_SECOND_FACTOR_ROLES'),
    provider: providerOf(env, publicUrl),
  };
}

/** Addresses and ranges whose word on the address of a client is taken. */
export function proxiesOf(env: Environment): string[] | undefined {
  const given = text(env, 'HUIYIN_TRUSTED_PROXIES');
  if (given === undefined) return undefined;
  const all = given.split(/[\s,]+/);
  const wrong = all.find((one) => !/^(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-f:]+(\/\d+)?)$/i.test(one));
  if (wrong === undefined) return all;
  throw new PlainError(`HUIYIN_TRUSTED_PROXIES names '${wrong}', but it is a list such as 10.0.0.1, 192.168.0.0/16.`);
}

function providerOf(env: Environment, publicUrl: string | undefined): ProviderOptions | undefined {
  const issuer = text(env, 'HUIYIN_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  if (!URL.canParse(issuer) || !isSafe(new URL(issuer))) {
    throw new PlainError(`HUIYIN_OIDC_ISSUER is '${issuer}', but an identity provider's address begins with https://.`);
  }
  const clientId = text(env, 'HUIYIN_OIDC_CLIENT_ID');
  if (!clientId) throw new PlainError('HUIYIN_OIDC_ISSUER is set: HUIYIN_OIDC_CLIENT_ID must say who we are there.');
  if (!publicUrl)
    throw new PlainError('HUIYIN_OIDC_ISSUER is set: HUIYIN_PUBLIC_URL must say where people come back to.');
  return {
    issuer,
    clientId,
    clientSecret: text(env, 'HUIYIN_OIDC_CLIENT_SECRET'),
    label: text(env, 'HUIYIN_OIDC_LABEL') ?? '统一身份认证登录',
    linkBy: oneOf(env, 'HUIYIN_OIDC_LINK_BY', ['email', 'username']),
    creates: oneOf(env, 'HUIYIN_OIDC_CREATE', ['no', 'yes']) === 'yes',
    secondFactor: oneOf(env, 'HUIYIN_OIDC_SECOND_FACTOR', ['here', 'provider']) === 'provider',
    logsOut: oneOf(env, 'HUIYIN_OIDC_LOGOUT', ['here', 'everywhere']) === 'everywhere',
  };
}

// without https on this machine alone
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));

function rolesOf(env: Environment, name: string): Role[] {
  const given = (text(env, name) ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = given.find((one) => !(roles as readonly string[]).includes(one));
  if (wrong === undefined) return given as Role[];
  throw new PlainError(`${name} names '${wrong}', but a role is one of ${roles.join(', ')}.`);
}

function number(env: Environment, name: string, otherwise: number, least: number, most: number): number {
  const given = text(env, name);
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new PlainError(`${name} is '${given}', but it is a whole number from ${least} to ${most}.`);
}
