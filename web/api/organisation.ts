/** The organisation, its people and their accounts. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../generated/api.js';
import { client, data, items } from './client.js';

type Schemas = components['schemas'];
export type Node = Schemas['Node'];
export type NodeDetails = Schemas['NodeDetails'];
export type NodeInput = Schemas['NodeInput'];
export type NodeChange = Schemas['NodeChangeInput'];
export type BaseInput = Schemas['BaseInput'];
export type Person = Schemas['PersonDetails'];
export type PersonInput = Schemas['PersonInput'];
export type OneTimePassword = Schemas['OneTimePassword'];
export type SheetPlan = Schemas['SheetPlan'];
export type TakenSheet = Schemas['TakenSheet'];
export type Role = Schemas['Role'];
export type SheetKind = 'nodes' | 'people';

export const tops = queryOptions({
  queryKey: ['organisation', 'tops'],
  queryFn: () => items(client.GET('/api/organisation/nodes')),
});

export const nodesUnder = (parent: string) =>
  queryOptions({
    queryKey: ['organisation', 'under', parent],
    queryFn: () => items(client.GET('/api/organisation/nodes', { params: { query: { parent } } })),
  });

export const nodesLike = (q: string) =>
  queryOptions({
    queryKey: ['organisation', 'like', q],
    queryFn: () => items(client.GET('/api/organisation/nodes', { params: { query: { q } } })),
    enabled: q.trim() !== '',
  });

export const node = (id: string) =>
  queryOptions({
    queryKey: ['organisation', 'node', id],
    queryFn: () => data(client.GET('/api/organisation/nodes/{id}', { params: { path: { id } } })),
  });

export const addNode = (body: NodeInput, key: string) =>
  data(client.POST('/api/organisation/nodes', { params: { header: { 'Idempotency-Key': key } }, body }));
export const changeNode = (id: string, body: NodeChange) =>
  data(client.PUT('/api/organisation/nodes/{id}', { params: { path: { id } }, body }));
export const closeNode = (id: string) =>
  data(client.POST('/api/organisation/nodes/{id}/close', { params: { path: { id } } }));
export const enterBase = (id: string, month: string, body: BaseInput) =>
  data(client.PUT('/api/organisation/nodes/{id}/bases/{month}', { params: { path: { id, month } }, body }));

export interface PeopleAsked {
  node?: string;
  q?: string;
  all?: boolean;
  inactive?: boolean;
}

export const people = (query: PeopleAsked, after?: string) =>
  data(client.GET('/api/people', { params: { query: { ...query, ...(after ? { after } : {}) } } }));

export const person = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: () => data(client.GET('/api/people/{id}', { params: { path: { id } } })),
  });

export const openWork = (id: string) =>
  queryOptions({
    queryKey: ['people', 'work', id],
    queryFn: () => items(client.GET('/api/people/{id}/work', { params: { path: { id } } })),
  });

const path = (id: string) => ({ params: { path: { id } } });
const keyed = (id: string, key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } });

export const addPerson = (body: PersonInput) => data(client.POST('/api/people', { body }));
export const resetPassword = (id: string) => data(client.POST('/api/people/{id}/reset-password', path(id)));
export const setEmail = (id: string, email: string | null) =>
  data(client.PUT('/api/people/{id}/email', { ...path(id), body: { email } }));
export const resetSecondFactor = (id: string, reason: string) =>
  data(client.POST('/api/people/{id}/reset-second-factor', { ...path(id), body: { reason } }));
export const deactivate = (id: string) => data(client.POST('/api/people/{id}/deactivate', path(id)));
export const reactivate = (id: string) => data(client.POST('/api/people/{id}/reactivate', path(id)));
export const giveRoles = (id: string, body: Schemas['MembershipInput']) =>
  data(client.POST('/api/people/{id}/memberships', { ...path(id), body }));
export const endRoles = (id: string, membership: string) =>
  data(client.POST('/api/people/{id}/memberships/{membership}/end', { params: { path: { id, membership } } }));
export const substitute = (id: string, body: Schemas['SubstitutionInput'], key: string) =>
  data(client.POST('/api/people/{id}/substitutions', { ...keyed(id, key), body }));
export const endSubstitution = (id: string, substitution: string) =>
  data(client.POST('/api/people/{id}/substitutions/{substitution}/end', { params: { path: { id, substitution } } }));
export const handOver = (id: string, body: Schemas['HandOverInput'], key: string) =>
  data(client.POST('/api/people/{id}/hand-over', { ...keyed(id, key), body }));

/** Who could do what on a day. */
export const accessOn = (on: string, user: string) =>
  queryOptions({
    queryKey: ['people', 'access', on, user],
    queryFn: () => data(client.GET('/api/organisation/access', { params: { query: { on, user } } })),
  });

const binary = (file: File) => ({
  body: file as unknown as string,
  bodySerializer: (body: unknown) => body as File,
  headers: {
    'Content-Type': file.name.toLowerCase().endsWith('.csv')
      ? 'text/csv'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
});

export const previewSheet = (kind: SheetKind, file: File): Promise<SheetPlan> =>
  data(client.POST('/api/organisation/sheets/{kind}/preview', { params: { path: { kind } }, ...binary(file) }));
export const importSheet = (kind: SheetKind, file: File): Promise<TakenSheet> =>
  data(client.POST('/api/organisation/sheets/{kind}', { params: { path: { kind } }, ...binary(file) }));
export const sheetUrl = (kind: SheetKind, format: 'csv' | 'xlsx'): string =>
  `/api/organisation/sheets/${kind}?format=${format}`;
