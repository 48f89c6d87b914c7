/** Calendars and the work over many complaints that follows from changing them. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../generated/api.js';
import { client, data, items } from './client.js';

type Schemas = components['schemas'];
export type CalendarYear = Schemas['Calendar'];
export type YearVersion = Schemas['YearVersion'];
export type YearInput = Schemas['YearInput'];
export type Forecast = Schemas['CalendarForecast'] & { changes?: YearVersion['changes'] };
export type NodeCalendar = Schemas['NodeCalendarList']['items'][number];
export type NodeInput = Schemas['NodeCalendarInput'];
export type Batch = Schemas['Batch'];

export const calendars = queryOptions({
  queryKey: ['calendars'],
  queryFn: () => items(client.GET('/api/calendars')),
});

/** The days of a year; in a node with its own days off. */
export const calendarYear = (calendar: string, year: number, node: string | undefined) =>
  queryOptions({
    queryKey: ['calendars', calendar, year, node ?? ''],
    queryFn: () =>
      data(
        client.GET('/api/calendars/{year}', {
          params: { path: { year }, query: { calendar, ...(node ? { node } : {}) } },
        }),
      ),
    placeholderData: (before: CalendarYear | undefined) => before,
  });

export const yearVersions = (id: string, year: number) =>
  queryOptions({
    queryKey: ['calendars', id, year, 'versions'],
    queryFn: () => items(client.GET('/api/calendars/{id}/years/{year}', { params: { path: { id, year } } })),
  });

export const nodeCalendars = queryOptions({
  queryKey: ['calendars', 'nodes'],
  queryFn: () => items(client.GET('/api/node-calendars')),
});

export const nodeVersions = (node: string) =>
  queryOptions({
    queryKey: ['calendars', 'nodes', node],
    queryFn: () => items(client.GET('/api/node-calendars/{node}', { params: { path: { node } } })),
  });

/** What is under way on complaints because of a calendar. */
export const runningBatches = queryOptions({
  queryKey: ['batches', 'running'],
  queryFn: async () => {
    const all = await items(client.GET('/api/batches', { params: { query: { running: true } } }));
    return all.filter(({ kind }) => ['calendarPublished', 'ownCalendarChanged'].includes(kind));
  },
});

/** Asked again each second until it has ended. */
export const batch = (id: string) =>
  queryOptions({
    queryKey: ['batches', id],
    queryFn: () => data(client.GET('/api/batches/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.endedAt === undefined ? 1_000 : false),
  });

export const stopBatch = (id: string): Promise<Batch> =>
  data(client.POST('/api/batches/{id}/stop', { params: { path: { id } } }));

export const undoBatch = (id: string, reason: string, key: string): Promise<Batch> =>
  data(
    client.POST('/api/batches/{id}/undo', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: { reason },
    }),
  );

interface At {
  id: string;
  year: number;
}

export const previewYear = (path: At, body: YearInput): Promise<Forecast> =>
  data(client.POST('/api/calendars/{id}/years/{year}/preview', { params: { path }, body }));

export const publishYear = (path: At, body: YearInput, key: string) =>
  data(client.POST('/api/calendars/{id}/years/{year}', { params: { path, header: { 'Idempotency-Key': key } }, body }));

export const previewNode = (node: string, body: NodeInput): Promise<Forecast> =>
  data(client.POST('/api/node-calendars/{node}/preview', { params: { path: { node } }, body }));

export const changeNode = (node: string, body: NodeInput, key: string) =>
  data(
    client.POST('/api/node-calendars/{node}', {
      params: { path: { node }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );
