/** Logging in, and one's own account. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../generated/api.js';
import { client, data, items } from './client.js';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type OpenSession = Schemas['OpenSessionList']['items'][number];
export type GrantedToken = Schemas['GrantedToken'];
type Session = Schemas['Session'];

export const ways = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: () => data(client.GET('/api/session/ways')),
  staleTime: 10 * 60_000,
});

/** The session, or undefined when a code is still to come. */
export async function logIn(body: Schemas['Credentials']): Promise<Session | undefined> {
  const answer = await data(client.POST('/api/session', { body }));
  return 'user' in answer ? answer : undefined;
}

export const giveCode = (code: string): Promise<Session> =>
  data(client.POST('/api/session/second-factor', { body: { code } }));

/** Ends the session; answers where to go then, when it is not the login page. */
export async function logOut({ leavesProvider }: Session): Promise<string | undefined> {
  await client.DELETE('/api/session').catch(() => undefined);
  return leavesProvider ? '/api/session/oidc/leave' : undefined;
}

export const account = queryOptions({
  queryKey: ['account'],
  queryFn: () => data(client.GET('/api/account')),
});

export const sessions = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => items(client.GET('/api/account/sessions')),
});

export const tokens = queryOptions({
  queryKey: ['account', 'tokens'],
  queryFn: () => items(client.GET('/api/tokens')),
});

export const changePassword = (body: Schemas['NewPassword']) => data(client.PUT('/api/account/password', { body }));

export const proposeFactor = (body: Schemas['OwnPassword']) =>
  data(client.POST('/api/account/second-factor', { body }));

export const confirmFactor = (code: string) => data(client.PUT('/api/account/second-factor', { body: { code } }));

export const renewCodes = (body: Schemas['OwnPassword']) =>
  data(client.POST('/api/account/second-factor/recovery-codes', { body }));

export const removeFactor = (body: Schemas['OwnPassword']) =>
  data(client.POST('/api/account/second-factor/remove', { body }));

export const endSession = (id: string) =>
  data(client.DELETE('/api/account/sessions/{id}', { params: { path: { id } } }));

export const endOthers = () => data(client.DELETE('/api/account/sessions'));

export const sawSignIns = () => data(client.POST('/api/account/sign-ins/seen'));

export const grantToken = (body: Schemas['TokenInput']) => data(client.POST('/api/tokens', { body }));

export const revokeToken = (id: string) => data(client.DELETE('/api/tokens/{id}', { params: { path: { id } } }));
