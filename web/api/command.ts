import { client, data, items } from './client.js';
import { isProblem } from './problem.js';
import type { Answer, ComplaintEvent } from './shapes.js';

interface Given {
  id: string;
  command: string;
  input: Record<string, unknown>;
  /** As the complaint was read. */
  seq: number;
  /** Names this request: sent twice it happens once. */
  key: string;
}

/** Gives a command on the complaint as it was read. What only time has brought since is no reason to stop. */
export async function giveCommand(given: Given): Promise<Answer> {
  try {
    return await send(given);
  } catch (error) {
    if (!isProblem(error) || error.code !== 'stale') throw error;
    const since = await eventsAfter(given);
    const last = since.at(-1);
    if (!last || since.some(({ actor }) => !actor.system)) throw error;
    return send({ ...given, seq: last.seq, key: `${given.key}-again` });
  }
}

/** Every command has its own route of the same form. */
const routeOf = (command: string) => `/api/complaints/{id}/${command}` as '/api/complaints/{id}/comment';

const send = ({ id, command, input, seq, key }: Given): Promise<Answer> =>
  data(
    client.POST(routeOf(command), {
      params: { path: { id }, header: { 'If-Match': `"${seq}"`, 'Idempotency-Key': key } },
      body: input as never,
    }),
  );

async function eventsAfter({ id, seq }: Given): Promise<ComplaintEvent[]> {
  const query = { after: seq };
  return await items(client.GET('/api/complaints/{id}/events', { params: { path: { id }, query } }));
}

/** Whether an answer says for certain that nothing was done: what is sent next is a new request. */
export const isCertain = (error: unknown): boolean =>
  isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
