import type { components } from '../generated/api.js';
import { client, data } from './client.js';

export type Brought = components['schemas']['BroughtFile'];

/** Brings a file to a complaint; answers what was kept of it. */
export const bringFile = (id: string, file: File): Promise<Brought> =>
  data(
    client.POST('/api/complaints/{id}/files', {
      params: { path: { id }, query: { name: file.name } },
      body: file as never,
      bodySerializer: (body: unknown) => body as never,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );

/** Where a file of a complaint is saved from. */
export const fileAddress = (id: string, sha256: string): string => `/api/complaints/${id}/files/${sha256}`;
