/** SQL and the like in sort, filter, place and path: no answer of any list is a fault of ours, or holds rows of others. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Caller, openHouse, type TestHouse } from '../house.js';
import { filled, isStream, letIn, type Operation, operations } from '../operations.js';

let house: TestHouse;
let kept: string;
beforeAll(async () => {
  house = await openHouse();
  kept = await house.file({ text: '只给翠湖看的一件' });
});
afterAll(() => house.close());

const values = [
  `' or '1'='1`, `' or 1=1 --`, `'; drop table complaints; --`, `{a,b}`, `\\`, '%', '\0', '', '-1', '99999999999999999999', '__proto__', 'constructor', '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00.001Z', 'a'.repeat(5_000), '投诉', '%ED%A0%80 %C0%AF',
]; // prettier-ignore
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const cursors = [
  cursor('2026-01-01T00:00:00Z', `' or '1'='1`), cursor('2026-01-01T00:00:00Z', '\0'), cursor('+275760-09-13', 'x'), cursor('now()', 'x'), cursor('\0', 'x'), cursor(null, null),
  cursor({}, []), cursor('x'), '2026-01-01T00:00:00.000Z_------------------------------------', 'infinity', 'NaN', '1e400',
]; // prettier-ignore

const reading = operations.filter((one) => one.method === 'GET' && !isStream(one));
const text = (answer: Answer) => (typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
const encoded = encodeURIComponent;
/** Parameters that say where a list goes on. */
const places = ['after', 'before'];
/** What is no text in any encoding. */
const torn = ['%ED%A0%80', '%', '%zz'];

async function each<T>(all: T[], once: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await once(one);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

/** Asked by whom the route lets in; answers what went wrong with us. */
async function faultsOf(asked: [Operation, string][]): Promise<string[]> {
  const fell: string[] = [];
  await each(asked, async ([operation, path]) => {
    const role = letIn(operation);
    const caller: Caller = role ? await house.as(role) : house.nobody;
    const { status } = await caller.get(path);
    if (status >= 500) fell.push(`${operation.id} ${status} ${path.slice(0, 120)}`);
  });
  return fell;
}

test('every parameter of every address takes whatever is written there', async () => {
  const asked = reading.flatMap((operation) =>
    operation.query.flatMap((name) => {
      const at = filled(operation.path, kept);
      const once = [...values, ...(places.includes(name) ? cursors : [])].map((value): [Operation, string] => [
        operation,
        `${at}?${name}=${encoded(value)}`,
      ]);
      const others = [`${name}=a&${name}=b`, `${name}[]=a`, `${name}[x]=a`, name];
      const raw = torn.map((value): [Operation, string] => [operation, `${at}?${name}=${value}`]);
      return [...once, ...raw, ...others.map((query): [Operation, string] => [operation, `${at}?${query}`])];
    }),
  );
  expect(await faultsOf(asked)).toEqual([]);
  expect(house.faults).toEqual([]);
});

test('every id in every path takes whatever is written there', async () => {
  const asked = reading
    .filter(({ path }) => path.includes('{'))
    .flatMap((operation) =>
      values.flatMap((value): [Operation, string][] =>
        value.trim() === '' || value.length > 300
          ? []
          : [
              [operation, operation.path.replace(/\{\w+\}/g, encoded(value))],
              [operation, filled(operation.path, kept, encoded(value))],
            ],
      ),
    );
  expect(await faultsOf(asked)).toEqual([]);
  expect(house.faults).toEqual([]);
});

describe('a list', () => {
  test('is not made longer by any of it for those who see less', async () => {
    const found: string[] = [];
    for (const user of ['zhaomin', 'gaofeng']) {
      const caller = await house.as(user);
      await each(
        reading.filter(({ path }) => !path.includes('{')),
        async ({ path, query, id }) => {
          for (const name of query)
            for (const value of values.slice(0, 4)) {
              const answer = await caller.get(`${path}?${name}=${encoded(value)}`);
              if (text(answer).includes(kept)) found.push(`${user} ${id} ${name}=${value}`);
            }
        },
      );
    }
    expect(found).toEqual([]);
  });

  test('takes what is asked for as words, never as a condition', async () => {
    const supervisor = await house.as('supervisor');
    const list = operations.find(({ id }) => id === 'listComplaints') as Operation;
    const flags = ['mine', 'overdue', 'suspended', 'reworked', 'limit', 'after'];
    for (const name of list.query.filter((one) => !flags.includes(one)))
      for (const value of values.slice(0, 3)) {
        const { status, body } = await supervisor.get(`${list.path}?${name}=${encoded(value)}`);
        if (status === 200) expect([name, value, (body as { items: unknown[] }).items]).toEqual([name, value, []]);
        else expect([name, value, status]).toEqual([name, value, 400]);
      }
    const [{ count }] = await house.dataSource.query<[{ count: number }]>('select count(*)::int from complaints');
    expect(count).toBeGreaterThan(0);
  });
});
