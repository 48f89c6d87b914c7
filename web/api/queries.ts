import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, data, items } from './client.js';
import { isProblem } from './problem.js';
import type { ComplaintEvent, Rulebook, Session } from './shapes.js';

const rarely = { staleTime: 10 * 60_000 };

/** Who is signed in; null when nobody is. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await data(client.GET('/api/session'));
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const tasks = queryOptions({ queryKey: ['tasks'], queryFn: () => items(client.GET('/api/tasks')) });

export type Filter = Record<string, string>;

export const complaints = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['complaints', filter],
    queryFn: ({ pageParam, signal }) =>
      data(
        client.GET('/api/complaints', {
          params: { query: { ...filter, limit: 100, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const complaint = (id: string) =>
  queryOptions({
    queryKey: ['complaint', id],
    queryFn: () => data(client.GET('/api/complaints/{id}', { params: { path: { id } } })),
  });

export const events = (id: string) =>
  queryOptions({
    queryKey: ['complaint', id, 'events'],
    queryFn: async () =>
      (await items(client.GET('/api/complaints/{id}/events', { params: { path: { id } } }))) as ComplaintEvent[],
  });

export const matter = (id: string) =>
  queryOptions({
    queryKey: ['complaint', id, 'matter'],
    queryFn: () => data(client.GET('/api/complaints/{id}/matter', { params: { path: { id } } })),
  });

/** Those that may be the same matter as one that is being written down. */
export const similar = (query: { project: string; text: string; category?: string; room?: string }) =>
  queryOptions({
    queryKey: ['similar', query],
    queryFn: ({ signal }) => items(client.GET('/api/complaints/similar', { params: { query }, signal })),
    staleTime: 30_000,
    retry: false,
  });

/** Closed ones of the same category, the likest first. */
export const likeCases = (id: string) =>
  queryOptions({
    queryKey: ['complaint', id, 'like-cases'],
    queryFn: () => items(client.GET('/api/complaints/{id}/like-cases', { params: { path: { id } } })),
    staleTime: 60_000,
  });

/** Pairs that may be the same matter and wait for a person's word. */
export const waitingMatches = queryOptions({
  queryKey: ['tasks', 'matches'],
  queryFn: () => data(client.GET('/api/matches')),
});

export const board = (query: {
  node?: string;
  last?: 'month' | 'quarter' | 'year';
  severity?: 'major' | 'hot';
  limit?: number;
}) =>
  queryOptions({
    queryKey: ['complaints', 'board', query],
    queryFn: () => data(client.GET('/api/board', { params: { query } })),
  });

export const explanation = (id: string, clock: string) =>
  queryOptions({
    queryKey: ['complaint', id, 'deadlines', clock],
    queryFn: () => data(client.GET('/api/complaints/{id}/deadlines/{clock}', { params: { path: { id, clock } } })),
  });

export const ledger = (id: string) =>
  queryOptions({
    queryKey: ['complaint', id, 'ledger'],
    queryFn: () => data(client.GET('/api/complaints/{id}/ledger', { params: { path: { id } } })),
  });

export const serviceFigures = (period: { from?: string }) =>
  queryOptions({
    queryKey: ['statistics', 'service', period],
    queryFn: () => items(client.GET('/api/statistics/service', { params: { query: period } })),
  });

export const surveyFigures = (period: { from?: string }) =>
  queryOptions({
    queryKey: ['statistics', 'survey', period],
    queryFn: () => items(client.GET('/api/statistics/survey', { params: { query: period } })),
  });

export const dutyPeriods = (rulebook: string) =>
  queryOptions({
    queryKey: ['dutyPeriods', rulebook],
    queryFn: () => items(client.GET('/api/duty-periods', { params: { query: { rulebook } } })),
    staleTime: 60_000,
  });

export const commandShapes = queryOptions({
  queryKey: ['commands'],
  queryFn: () => items(client.GET('/api/commands')),
  ...rarely,
});

export const people = queryOptions({ queryKey: ['users'], queryFn: () => items(client.GET('/api/users')), ...rarely });

export const projects = queryOptions({
  queryKey: ['projects'],
  queryFn: () => items(client.GET('/api/projects')),
  ...rarely,
});

export const rulebooks = queryOptions({
  queryKey: ['rulebooks'],
  queryFn: () => items(client.GET('/api/rulebooks')),
  ...rarely,
});

/** With those that are only drafted, in their latest version. */
export const allRulebooks = queryOptions({
  queryKey: ['rulebooks', 'all'],
  queryFn: () => items(client.GET('/api/rulebooks', { params: { query: { all: true } } })),
});

export const rulebook = (id: string) =>
  queryOptions({
    queryKey: ['rulebooks', id],
    queryFn: async () =>
      (await data(client.GET('/api/rulebooks/{id}', { params: { path: { id } } }))) as unknown as Rulebook,
    ...rarely,
  });

export const storylines = (id: string) =>
  queryOptions({
    queryKey: ['rulebooks', id, 'storylines'],
    queryFn: () => items(client.GET('/api/rulebooks/{id}/storylines', { params: { path: { id } } })),
    ...rarely,
  });

export const proof = queryOptions({
  queryKey: ['proof'],
  queryFn: () => data(client.GET('/api/proof')),
});

export const history = (id: string) =>
  queryOptions({
    queryKey: ['complaint', id, 'history'],
    queryFn: () => items(client.GET('/api/complaints/{id}/history', { params: { path: { id } } })),
    staleTime: 60_000,
  });

export const watch = queryOptions({
  queryKey: ['watch'],
  queryFn: () => data(client.GET('/api/watch')),
  refetchInterval: 10_000,
});

export const points = (id: string) =>
  queryOptions({
    queryKey: ['watch', 'points', id],
    queryFn: () => items(client.GET('/api/watch/workflows/{id}/points', { params: { path: { id } } })),
  });

export const acts = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['acts', filter],
    queryFn: ({ pageParam }) =>
      data(client.GET('/api/acts', { params: { query: { ...filter, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    retry: false,
  });

/** Nothing is changed by playing: the same storyline always comes to the same end. */
export const rehearsal = (body: Record<string, unknown>) =>
  queryOptions({
    queryKey: ['rehearsal', body],
    queryFn: async () => {
      const played = await data(client.POST('/api/rehearsals', { body: body as never }));
      const events: ComplaintEvent[] = played.events;
      return { ...played, events };
    },
    ...rarely,
  });
