/** The same people without a browser: brings complaints to where a test begins. */
import type { RunningHouse } from '../support/house.js';

const cookies = new Map<string, Promise<string>>();

async function signIn({ url, password }: RunningHouse, user: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: user, password }),
  });
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return cookie;
}

export interface Filed {
  id: string;
  number: string;
}

export async function ask<T>(house: RunningHouse, user: string, path: string, body?: unknown): Promise<T> {
  const who = `${house.url} ${user}`;
  const cookie = cookies.get(who) ?? signIn(house, user);
  cookies.set(who, cookie);
  const answer = await fetch(`${house.url}/api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: await cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${user} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const file = (house: RunningHouse, given: Record<string, unknown>): Promise<Filed> =>
  ask(house, 'reception', 'complaints', { project: 'cuihu', channel: 'phone', text: '楼道灯坏了', ...given });

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

/** The ordinary way as far as a status, without words of interest. */
export async function bringTo(
  house: RunningHouse,
  status: 'planning' | 'awaitingApproval' | 'replying',
  given: Record<string, unknown> = {},
): Promise<Filed> {
  const filed = await file(house, given);
  const steps: [string, string, unknown][] = [
    ['supervisor', 'accept', {}],
    ['supervisor', 'dispatch', { unit: 'engineering', handler: 'handler' }],
    ['handler', 'takeOver', {}],
    ['handler', 'recordFindings', { category: 'equipment', nature: 'facility', valid: true, findings: '灯管老化' }],
    ['handler', 'propose', { measures: '更换灯管', owner: 'handler', finishBy: inAnHour() }],
    ['supervisor', 'approve', {}],
  ];
  const count = { planning: 4, awaitingApproval: 5, replying: 6 }[status];
  for (const [user, command, input] of steps.slice(0, count))
    await ask(house, user, `complaints/${filed.id}/${command}`, input);
  return filed;
}
