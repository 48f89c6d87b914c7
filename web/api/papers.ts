import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '../generated/api.js';
import { client, data } from './client.js';

type Schemas = components['schemas'];
export type Paper = Schemas['Paper'];
export type PaperHead = Schemas['PaperHead'];
export type PaperPart = Schemas['PaperPart'];
export type PaperBlock = Paper['content']['sections'][number]['blocks'][number];
export type PaperCell = Schemas['PaperCell'];
export type PaperWords = Schemas['Words'];

export type Family = 'bulletins' | 'duties';
export type PaperFilter = Record<string, string>;

export const papers = (family: Family, filter: PaperFilter) =>
  infiniteQueryOptions({
    queryKey: ['papers', family, filter],
    queryFn: ({ pageParam, signal }) =>
      data(
        client.GET(`/api/${family}`, {
          params: { query: { ...filter, limit: 100, ...(pageParam ? { after: pageParam } : {}) } as never },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const paperKey = (family: Family, id: string) => ['paper', family, id];

export const paper = (family: Family, id: string) =>
  queryOptions({
    queryKey: paperKey(family, id),
    queryFn: () => data(client.GET(`/api/${family}/{id}`, { params: { path: { id } } })),
    // who acknowledged it meanwhile, or wrote in it
    refetchInterval: 20_000,
  });

/** Where a paper is to be had as a file. */
export const fileOf = (family: Family, id: string, form: 'pdf' | 'docx', language: 'zh' | 'en'): string =>
  `/api/${family}/${encodeURIComponent(id)}.${form}?language=${language}`;

/** Where residents read what a project publishes. */
export const publicAddress = (project: string) =>
  queryOptions({
    queryKey: ['public-address', project],
    queryFn: () => data(client.GET('/api/public-addresses/{project}', { params: { path: { project } } })),
  });

export const openAddress = (project: string) =>
  data(client.PUT('/api/public-addresses/{project}', { params: { path: { project } } }));

export const closeAddress = (project: string) =>
  data(client.DELETE('/api/public-addresses/{project}', { params: { path: { project } } }));

/** What somebody does with a paper. */
export type Step =
  | { step: 'acknowledge' }
  | { step: 'parts'; parts: { id: string; text: string }[] }
  | { step: 'approve' | 'issue' | 'confirm' }
  | { step: 'return'; reason: string }
  | { step: 'correct'; reason: string; parts: { id: string; text: string }[] };

/** Takes a step on the paper as it was read; `stale-paper` when somebody was faster. */
export function takeStep(family: Family, { id, version }: Paper, asked: Step): Promise<Paper> {
  const path = { id };
  const as = { path, header: { 'If-Match': `"${version}"` } };
  switch (asked.step) {
    case 'acknowledge':
      return data(client.POST(`/api/${family}/{id}/receipt`, { params: { path }, body: { what: 'acknowledged' } }));
    case 'parts':
      return data(client.PUT('/api/papers/{id}/parts', { params: as, body: { parts: asked.parts } }));
    case 'approve':
      return data(client.POST('/api/papers/{id}/approve', { params: as }));
    case 'issue':
      return data(client.POST('/api/papers/{id}/issue', { params: as }));
    case 'confirm':
      return data(client.POST('/api/papers/{id}/confirm', { params: { path } }));
    case 'return':
      return data(client.POST('/api/papers/{id}/return', { params: { path }, body: { reason: asked.reason } }));
    case 'correct': {
      const { reason, parts } = asked;
      return data(client.POST('/api/papers/{id}/correct', { params: { path }, body: { reason, parts } }));
    }
  }
}
