/** Mass assignment and prototype pollution: no route takes a field that it does not know, whatever the field is called. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commands } from '../../../domain/complaint/commands/index.js';
import { type Field, inputErrors } from '../../../domain/complaint/input.js';
import { knownFacts } from '../../../domain/complaint/signals.js';
import { type Answer, openHouse, type TestHouse } from '../house.js';
import { filled, letIn, type Operation, operations, type Schema, schemaOf } from '../operations.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const absent = '00000000-0000-4000-8000-000000000000';
const taking = operations.filter(({ body }) => body);
/** What one would like to slip in. */
const wished = {
  id: 'mine', roles: ['admin'], role: 'admin', isAdmin: true, status: 'closed', severity: 'ordinary', seq: 1, number: 'HY-1', user: 'admin', userId: 'admin',
  actor: { user: 'hq', role: 'hq' }, by: 'hq', passwordHash: 'x', mustChangePassword: false, active: true, state: 'issued', approvedBy: 'hq', approvedAt: '2026-01-01T00:00:00Z',
  issuedAt: '2026-01-01T00:00:00Z', hiddenFrom: [], scopes: ['admin'], tier: 'group', onBehalfOf: 'hq', rulebookVersion: 1, createdAt: '2026-01-01T00:00:00Z',
}; // prettier-ignore

async function send(operation: Operation, body: unknown): Promise<Answer> {
  const role = letIn(operation);
  const caller = role ? await house.as(role) : house.nobody;
  return caller.call(operation.method, filled(operation.path, absent), body, { 'content-type': 'application/json' });
}

const errorsOf = ({ body }: Answer): { path: string; message: string }[] =>
  (body as { errors?: { path: string; message: string }[] }).errors ?? [];
const unknownOf = (answer: Answer): string[] =>
  errorsOf(answer).flatMap(({ path, message }) => (message === 'is not known here' ? [path] : []));

// a storyline, and what Temporal's own pages send: documents of another hand, of which what is not known is passed over and nothing kept
const passesOver = ['rehearse', 'decodePayloads'];

describe.each(taking.filter(({ id }) => !passesOver.includes(id)).map((one) => [one.id, one] as const))(
  '%s',
  (_, one) => {
    test('refuses by name what it does not know, in what it takes and within that', async () => {
      const schema = schemaOf(one.body as Schema);
      const own = Object.keys(schema.properties ?? {});
      const foreign = Object.fromEntries(Object.entries(wished).filter(([name]) => !own.includes(name)));
      const within = Object.entries(schema.properties ?? {}).flatMap(([name, given]) => {
        const nested = schemaOf(given);
        return nested.type === 'object' && nested.properties ? [[name, Object.keys(nested.properties)] as const] : [];
      });
      const body = { ...foreign, ...Object.fromEntries(within.map(([name]) => [name, wished])) };
      const answer = await send(one, body);
      expect([one.id, answer.status]).toEqual([one.id, 400]);
      const wanted = [
        ...Object.keys(foreign),
        ...within.flatMap(([name, known]) =>
          Object.keys(wished).flatMap((field) => (known.includes(field) ? [] : [`${name}.${field}`])),
        ),
      ];
      expect(unknownOf(answer)).toEqual(expect.arrayContaining(wanted));
    });
  },
);

test('what the document says a route takes is closed, but for what people name themselves', () => {
  const open: string[] = [];
  const look = (at: string, given: Schema): void => {
    const { type, properties = {}, additionalProperties, items } = schemaOf(given);
    if (type === 'object' && (additionalProperties === undefined || additionalProperties === true)) open.push(at);
    for (const [name, one] of Object.entries(properties)) look(`${at}.${name}`, one);
    if (items) look(`${at}[]`, items);
  };
  for (const { id, body } of taking) look(id, body as Schema);
  // steps of a storyline: judged one by one as a storyline is
  expect(open).toEqual(['decodePayloads', 'decodePayloads.payloads[]', 'rehearseComplaint.steps[]']);
});

const poisons = [
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"text":"x","complainant":{"__proto__":{"polluted":true}}}',
  '{"facts":{"__proto__":{"polluted":true}},"ratings":{"constructor":{"prototype":{"polluted":true}}}}',
  '{"constructor":"x","toString":"x","hasOwnProperty":"x","valueOf":1,"then":"x","toJSON":"x"}',
];

test.each(poisons)('%s makes nothing of anybody else different, by no route', async (poison) => {
  const fell: string[] = [];
  for (const operation of taking) {
    const { status } = await send(operation, poison);
    if (status >= 500 || (status < 400 && !passesOver.includes(operation.id))) fell.push(`${operation.id}: ${status}`);
  }
  expect(fell).toEqual([]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(house.faults).toEqual([]);
});

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

describe('a word that every object has is no word of a rulebook', () => {
  const named = (kind: Field['kind']) =>
    Object.values(commands).flatMap(({ name, input }) =>
      Object.entries(input as Record<string, Field>).flatMap(([path, field]) =>
        field.kind === kind ? [[name, path, field] as const] : [],
      ),
    );

  test.each(inherited)('%s', (word) => {
    for (const [, path, field] of named('word'))
      expect(inputErrors({ [path]: field }, { [path]: word })).toHaveLength(1);
    for (const [, path, field] of named('words'))
      expect(inputErrors({ [path]: field }, { [path]: ['x', word] })).toHaveLength(1);
    for (const [, path, field] of named('ratings')) {
      const said = JSON.parse(`{${JSON.stringify(word)}: ${JSON.stringify(field.choices?.[0])}}`) as object;
      expect(inputErrors({ [path]: field }, { [path]: said })).toHaveLength(1);
    }
    expect(Object.keys(knownFacts(JSON.parse(`{${JSON.stringify(word)}: true}`) as object))).toEqual([]);
  });

  test.each([
    ['supervisor', 'refuse', { ground: 'constructor', reason: 'x' }],
    ['supervisor', 'dispatch', { unit: 'constructor', handler: 'handler' }],
    ['hq', 'supervise', { ground: 'toString', demand: 'x' }],
    ['supervisor', 'requestExtension', { clock: 'constructor', until: '2030-01-01T00:00:00Z', reason: 'x' }],
  ])('%s cannot %s by one', async (user, command, input) => {
    const id = await house.file();
    const { status } = await (await house.as(user)).post(`/api/complaints/${id}/${command}`, input);
    expect(status).toBe(400);
    expect((await (await house.as('supervisor')).post(`/api/complaints/${id}/accept`, {})).status).toBe(200);
  });
});
