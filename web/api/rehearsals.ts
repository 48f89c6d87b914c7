/** What would come of it: rehearsals, kept storylines, back-tests. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, data, items } from './client.js';
import type { ComplaintEvent } from './shapes.js';

const rarely = { staleTime: 10 * 60_000 };

/** What would come of a complaint from where it stands; `seq` says which standing that is. */
export const ahead = (id: string, seq: number, body: { steps: object[]; until: string }) =>
  queryOptions({
    queryKey: ['complaint', id, 'ahead', seq, body],
    queryFn: async () => {
      const answer = await data(
        client.POST('/api/complaints/{id}/rehearsal', { params: { path: { id } }, body: body as never }),
      );
      const events: ComplaintEvent[] = answer.events;
      return { ...answer, events };
    },
    ...rarely,
  });

/** The process and the permissions of a rulebook; without a version, of the one in force. */
export const process = (id: string, version?: number) =>
  queryOptions({
    queryKey: ['rulebooks', id, 'process', version ?? 'in force'],
    queryFn: () =>
      data(
        client.GET('/api/rulebooks/{id}/process', {
          params: { path: { id }, query: version === undefined ? {} : { version } },
        }),
      ),
    ...rarely,
  });

/** Mine and those that others share. */
export const savedStorylines = (rulebook: string) =>
  queryOptions({
    queryKey: ['storylines', rulebook],
    queryFn: () => items(client.GET('/api/storylines', { params: { query: { rulebook, limit: 200 } } })),
  });

export const savedStoryline = (id: string) =>
  queryOptions({
    queryKey: ['storylines', 'one', id],
    queryFn: () => data(client.GET('/api/storylines/{id}', { params: { path: { id } } })),
  });

export const backtests = (rulebook: string, version: number) =>
  queryOptions({
    queryKey: ['backtests', rulebook, version],
    queryFn: () =>
      items(
        client.GET('/api/rulebooks/{id}/versions/{version}/backtests', { params: { path: { id: rulebook, version } } }),
      ),
  });

/** Asked again while it runs. */
export const backtest = (id: string) =>
  queryOptions({
    queryKey: ['backtest', id],
    queryFn: () => data(client.GET('/api/backtests/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 700 : false),
  });

export const comparisons = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['backtest', id, 'comparisons'],
    queryFn: ({ pageParam }) =>
      data(
        client.GET('/api/backtests/{id}/comparisons', {
          params: { path: { id }, query: { after: pageParam, limit: 50 } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  });
