import { client, data } from './client.js';

/** What a customer says once more about a complaint that there is. */
export type Told = { what: 'urged' | 'followedUp'; text?: string } | { what: 'joined'; people: number };

/** Never refused: the complaint judges it. */
export function tell(id: string, told: Told): Promise<unknown> {
  const params = { path: { id } };
  if (told.what === 'joined')
    return data(client.POST('/api/complaints/{id}/signals/joined', { params, body: { people: told.people } }));
  const body = told.text ? { text: told.text } : {};
  return told.what === 'urged'
    ? data(client.POST('/api/complaints/{id}/signals/urged', { params, body }))
    : data(client.POST('/api/complaints/{id}/signals/followedUp', { params, body }));
}
