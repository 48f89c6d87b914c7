/** The inbox, notice channels, and how people want to be told. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '../generated/api.js';
import { client, data, items } from './client.js';

type Schemas = components['schemas'];
export type InboxThread = Schemas['InboxThread'];
export type NoticePreferences = Schemas['NoticePreferences'];
export type NoticeChannel = Schemas['NoticeChannel'];
export type NoticeChannelInput = Schemas['NoticeChannelInput'];
export type Undelivered = Schemas['Undelivered'];

// administrators hear nothing live
const nowAndThen = 60_000; // ms

export const unread = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: async () => (await data(client.GET('/api/inbox/unread'))).unread,
  refetchInterval: nowAndThen,
});

export const inbox = (unreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'threads', unreadOnly],
    queryFn: ({ pageParam, signal }) =>
      data(
        client.GET('/api/inbox', {
          params: {
            query: { limit: 100, ...(unreadOnly ? { unread: true } : {}), ...(pageParam ? { before: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const thread = (id: string) =>
  queryOptions({
    queryKey: ['inbox', 'thread', id],
    queryFn: () => items(client.GET('/api/inbox/{thread}', { params: { path: { thread: id } } })),
  });

export const readInbox = (body: Schemas['ReadInput']) => data(client.POST('/api/inbox/read', { body }));

export const preferences = queryOptions({
  queryKey: ['notice-preferences'],
  queryFn: () => data(client.GET('/api/notice-preferences')),
});

export const keepPreferences = (body: NoticePreferences) => data(client.PUT('/api/notice-preferences', { body }));

export const channels = queryOptions({
  queryKey: ['notice-channels'],
  queryFn: () => data(client.GET('/api/notice-channels')),
  // what becomes of a test shows by itself
  refetchInterval: 5_000,
});

export const addChannel = (body: NoticeChannelInput) => data(client.POST('/api/notice-channels', { body }));

export const changeChannel = (id: string, body: NoticeChannelInput) =>
  data(client.PUT('/api/notice-channels/{id}', { params: { path: { id } }, body }));

export const removeChannel = (id: string) =>
  data(client.DELETE('/api/notice-channels/{id}', { params: { path: { id } } }));

export const testChannel = (id: string) =>
  data(client.POST('/api/notice-channels/{id}/test', { params: { path: { id } } }));

export const undelivered = infiniteQueryOptions({
  queryKey: ['undelivered'],
  queryFn: ({ pageParam, signal }) =>
    data(client.GET('/api/undelivered', { params: { query: pageParam ? { after: pageParam } : {} }, signal })),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const settle = (what: 'retry' | 'skip', id?: string) =>
  id === undefined
    ? data(client.POST('/api/undelivered/{what}', { params: { path: { what } } }))
    : data(client.POST('/api/undelivered/{id}/{what}', { params: { path: { id, what } } }));
