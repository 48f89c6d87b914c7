/** Signing in by an OpenID provider: authorization code with PKCE, state and nonce. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import {
  createByIdentity,
  type IdentityRequest,
  linkIdentity,
  userByIdentity,
} from '../../database/queries/identities.js';
import { Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import type { ProviderOptions } from './options.js';
import type { Proved } from './opening.js';

const patience = 10; // seconds
const longestName = 100;

@Injectable()
export class IdentityProvider {
  private found: Promise<oidc.Configuration> | undefined;

  constructor(private readonly options: ApiOptions) {}

  get label(): string | undefined {
    return this.options.signIn?.provider?.label;
  }

  /** Where to send the browser, and what its answer will be held against. */
  async begin(callback: string, next: string): Promise<{ to: URL; request: IdentityRequest }> {
    const config = await this.configuration();
    const request = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      next,
    };
    const to = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid profile email',
      state: request.state,
      nonce: request.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(request.verifier),
      code_challenge_method: 'S256',
    });
    return { to, request };
  }

  /** Whom the provider says it is, as an account of ours. Throws a Problem (401) unless everything of it holds. */
  async finish(answer: URL, { state, nonce, verifier }: IdentityRequest): Promise<Proved> {
    const provider = this.provider();
    const config = await this.configuration();
    const tokens = await oidc
      .authorizationCodeGrant(config, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        this.options.onFault?.(new Error(`the identity provider's answer was refused: ${reasonOf(error)}`));
        throw new Problem(401, 'identity-refused');
      });
    const claims = tokens.claims();
    if (!claims) throw new Problem(401, 'identity-refused');
    const user = await this.accountOf(provider, claims);
    if (!user) throw new Problem(403, 'no-account');
    return { user, via: 'provider', strong: provider.secondFactor };
  }

  /** Where logging out goes on, if it does. */
  async end(back: string): Promise<URL | undefined> {
    const provider = this.options.signIn?.provider;
    if (!provider?.logsOut) return undefined;
    const config = await this.configuration();
    if (!config.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back });
  }

  private async accountOf(provider: ProviderOptions, claims: oidc.IDToken): Promise<string | undefined> {
    const { dataSource } = this.options;
    const identity = { issuer: claims.iss, subject: claims.sub };
    const known = await userByIdentity(dataSource, identity);
    if (known) return known.active ? known.user : undefined;
    const email = claims.email_verified === true ? textOf(claims.email) : undefined;
    const username = provider.linkBy === 'username' ? textOf(claims.preferred_username) : undefined;
    const linked = await linkIdentity(dataSource, identity, { email, username });
    if (linked || !provider.creates) return linked;
    const id = createHash('sha256').update(`${identity.issuer}\n${identity.subject}`).digest('hex').slice(0, 20);
    const called = email ?? textOf(claims.preferred_username) ?? id;
    return await createByIdentity(dataSource, identity, { id, username: called, name: textOf(claims.name) ?? called });
  }

  private provider(): ProviderOptions {
    const provider = this.options.signIn?.provider;
    if (!provider) throw new Problem(404, 'not-found');
    return provider;
  }

  /** What the provider says of itself; asked again after a failure. */
  private async configuration(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider();
    this.found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: patience,
      // on this machine alone: the settings see to it
      execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
    });
    try {
      return await this.found;
    } catch (error) {
      this.found = undefined;
      this.options.onFault?.(new Error(`the identity provider cannot be reached: ${reasonOf(error)}`));
      throw new Problem(503, 'provider-unavailable', { retryAfter: 30 });
    }
  }
}

const textOf = (claim: unknown): string | undefined =>
  typeof claim === 'string' && claim.trim() ? claim.trim().slice(0, longestName) : undefined;

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(' ');
}
