/** Who may do what. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../generated/api.js';
import { client, data } from './client.js';

export type Rights = components['schemas']['Rights'];
export type RightsRow = components['schemas']['RightsRow'];
export type RightsCell = RightsRow['cells'][number];
export type Relation = components['schemas']['Relation'];
export type Role = components['schemas']['Role'];

/** Under the version of a rulebook that is in force. */
export const rights = (rulebook: string) =>
  queryOptions({
    queryKey: ['rights', rulebook],
    queryFn: () => data(client.GET('/api/rights', { params: { query: { rulebook } } })),
    staleTime: 10 * 60_000,
  });
