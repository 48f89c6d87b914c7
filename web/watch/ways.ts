/** The ways out of what is stuck. */
import { client, data } from '../api/client.js';

export interface ResetChoice {
  event: number;
  because: string;
  withoutSignals?: boolean;
}

export const ways = {
  retry: (kind: string, ref: string) =>
    data(client.POST('/api/watch/troubles/{kind}/{ref}/retry', { params: { path: { kind, ref } } })),
  skip: (kind: string, ref: string, because: string) =>
    data(client.POST('/api/watch/troubles/{kind}/{ref}/skip', { params: { path: { kind, ref } }, body: { because } })),
  reproject: (id: string) => data(client.POST('/api/watch/complaints/{id}/reproject', { params: { path: { id } } })),
  reset: (id: string, body: ResetChoice) =>
    data(client.POST('/api/watch/workflows/{id}/reset', { params: { path: { id } }, body })),
  resume: (id: string) => data(client.POST('/api/watch/schedules/{id}/resume', { params: { path: { id } } })),
};
