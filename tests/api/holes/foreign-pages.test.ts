/** Cross-site requests: whatever changes something is refused to a foreign page, route by route. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, openHouse, type TestHouse } from '../house.js';
import { filled, letIn, type Operation, operations } from '../operations.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const absent = '00000000-0000-4000-8000-000000000000';
const unsafe = operations.filter(({ method }) => method !== 'GET');
const callerFor = async (operation: Operation): Promise<Caller> => {
  const role = letIn(operation);
  return role ? house.as(role) : house.nobody;
};
const send = async (operation: Operation, headers: Record<string, string>, body?: unknown) =>
  (await callerFor(operation)).call(operation.method, filled(operation.path, absent), body, headers);

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  // a proxy or a browser may add this by itself
  { origin: 'https://evil.example', authorization: 'Basic eDp5' },
])('a page that says %j changes nothing, by no route', async (headers) => {
  const changed: string[] = [];
  for (const operation of unsafe) {
    const { status, body } = await send(operation, headers, operation.method === 'DELETE' ? undefined : {});
    if (status !== 403 || (body as { code?: string }).code !== 'foreign-page')
      changed.push(`${operation.id}: ${status}`);
  }
  expect(changed).toEqual([]);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'what a form can send is taken by no route: %s',
  async (type) => {
    const taken: string[] = [];
    for (const operation of unsafe.filter(({ body }) => body)) {
      const { status } = await send(operation, { 'content-type': type }, '{"text":"x"}');
      if (status !== 415) taken.push(`${operation.id}: ${status}`);
    }
    expect(taken).toEqual([]);
  },
);
