/** Versions of rulebooks: read, drafted, checked, compared, approved; complaints moved to them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, data, items } from './client.js';

const path = (id: string, version: number) => ({ id, version });

export const versions = (id: string) =>
  queryOptions({
    queryKey: ['rulebooks', id, 'versions'],
    queryFn: () => items(client.GET('/api/rulebooks/{id}/versions', { params: { path: { id } } })),
  });

export const version = (id: string, number: number) =>
  queryOptions({
    queryKey: ['rulebooks', id, 'versions', number],
    queryFn: () => data(client.GET('/api/rulebooks/{id}/versions/{version}', { params: { path: path(id, number) } })),
  });

export const differences = (id: string, number: number, against: number | undefined, revision: number) =>
  queryOptions({
    queryKey: ['rulebooks', id, 'versions', number, 'differences', against, revision],
    queryFn: () =>
      data(
        client.GET('/api/rulebooks/{id}/versions/{version}/differences', {
          params: { path: path(id, number), query: against === undefined ? {} : { against } },
        }),
      ),
  });

/** Nothing is kept by checking. */
export const checkText = (id: string, text: string) =>
  data(client.POST('/api/rulebooks/check', { body: { text, rulebook: id } }));

/** A new draft as a copy of a version. */
export const draftFrom = (id: string, copyOf: number, why: string) =>
  data(client.POST('/api/rulebooks/{id}/versions', { params: { path: { id } }, body: { copyOf, why } }));

/** The first draft of a rulebook of one's own. */
export const beginRulebook = (text: string, why: string) =>
  data(client.POST('/api/rulebooks', { body: { text, why } }));

interface Tagged {
  id: string;
  number: number;
  /** As it was read. */
  revision: number;
}

const tagged = ({ id, number, revision }: Tagged) => ({
  path: path(id, number),
  header: { 'If-Match': `"${revision}"` },
});

export const saveDraft = (read: Tagged, body: { text: string; why: string }) =>
  data(client.PUT('/api/rulebooks/{id}/versions/{version}', { params: tagged(read), body }));

export const approveVersion = (read: Tagged, body: { inForceFrom?: string; remarks?: string }) =>
  data(client.POST('/api/rulebooks/{id}/versions/{version}/approve', { params: tagged(read), body }));

export const withdrawVersion = (id: string, number: number, reason: string) =>
  data(
    client.POST('/api/rulebooks/{id}/versions/{version}/withdraw', {
      params: { path: path(id, number) },
      body: { reason },
    }),
  );

export const discardDraft = (id: string, number: number) =>
  client.DELETE('/api/rulebooks/{id}/versions/{version}', { params: { path: path(id, number) } });

export const startBacktest = (
  id: string,
  number: number,
  body: { of: 'complaints' | 'library' | 'saved'; from?: string; to?: string; project?: string },
  key: string,
) =>
  data(
    client.POST('/api/rulebooks/{id}/versions/{version}/backtests', {
      params: { path: path(id, number), header: { 'Idempotency-Key': key } },
      body,
    }),
  );

/** What moving open complaints would change, page by page. */
export const movePreview = (id: string, number: number, projects: string[]) =>
  infiniteQueryOptions({
    queryKey: ['rulebooks', id, 'versions', number, 'moves', projects],
    queryFn: ({ pageParam }) =>
      data(
        client.POST('/api/rulebooks/{id}/versions/{version}/move-preview', {
          params: { path: path(id, number) },
          body: { ...(projects.length > 0 ? { projects } : {}), ...(pageParam ? { after: pageParam } : {}), limit: 50 },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const moveComplaints = (
  id: string,
  number: number,
  body: { reason: string; projects?: string[] },
  key: string,
) =>
  data(
    client.POST('/api/rulebooks/{id}/versions/{version}/moves', {
      params: { path: path(id, number), header: { 'Idempotency-Key': key } },
      body,
    }),
  );
