/** Commands over HTTP: the routes, refusals and conditions. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandNames } from '../../domain/complaint/commands/index.js';
import { check } from '../../database/check.js';
import { ordinaryWay } from '../support/ordinary-way.js';
import { openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const give = async (
  user: string,
  id: string,
  command: string,
  input: unknown = {},
  headers: Record<string, string> = {},
) => (await house.as(user)).post(`/api/complaints/${id}/${command}`, input, headers);
const read = async (id: string, user = 'supervisor') => (await house.as(user)).get(`/api/complaints/${id}`);

test('the ordinary way: every step can be read as soon as it is answered', async () => {
  const id = await house.file();
  for (const [command, role, input] of ordinaryWay) {
    const { allowed } = (await read(id, role)).body as { allowed: string[] };
    expect(allowed).toContain(command);
    const { status, body, headers } = await give(role, id, command, input);
    expect({ command, status, body }).toMatchObject({ command, status: 200, body: { id } });
    expect(headers.get('etag')).toBe(`"${body.seq}"`);
    expect((await read(id)).body).toMatchObject({ seq: body.seq, status: body.status });
  }
  expect((await read(id)).body.status).toBe('closed');
  expect(await check(house.dataSource, id)).toEqual([]);
});

describe('refusals', () => {
  test('out of order', async () => {
    const id = await house.file();
    const answer = await give('supervisor', id, 'verify', { passed: true });
    expect(answer).toMatchObject({ status: 409, body: { code: 'wrong-status', clauses: expect.any(Array) } });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });

  test('the wrong role', async () => {
    const id = await house.file();
    expect(await give('handler', id, 'accept')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await give('auditor', id, 'comment', { text: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await give('admin', id, 'comment', { text: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  test('a blank or missing text', async () => {
    const id = await house.file();
    for (const input of [{}, { text: '' }, { text: '  ' }]) {
      expect(await give('supervisor', id, 'comment', input)).toMatchObject({
        status: 409,
        body: { code: 'reason-required' },
      });
    }
  });

  test('somebody who is accused', async () => {
    const id = await house.file({ accused: ['handler'] });
    await give('supervisor', id, 'accept');
    const answer = await give('supervisor', id, 'dispatch', { unit: 'engineering', handler: 'handler' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'recused' } });
  });

  test('in Chinese, or in English where that is preferred', async () => {
    const id = await house.file();
    const zh = await give('supervisor', id, 'verify', { passed: true });
    const en = await give(
      'supervisor',
      id,
      'verify',
      { passed: true },
      { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' },
    );
    expect(zh.body.detail).toMatch('已登记');
    expect(en.body.detail).toMatch('not possible');
    expect(en.body.code).toBe(zh.body.code);
  });

  test('leave no trace', async () => {
    const id = await house.file();
    const { seq } = (await read(id)).body as { seq: number };
    await give('supervisor', id, 'verify', { passed: true });
    expect((await read(id)).body.seq).toBe(seq);
  });
});

describe('input', () => {
  const wrong: [string, string, unknown, string][] = [
    ['an unknown field', 'comment', { text: 'x', colour: 'red' }, 'colour'],
    ['an unknown field of a command without any', 'agree', { colour: 'red' }, 'colour'],
    ['a text that is none', 'comment', { text: 5 }, 'text'],
    ['a text that is too long', 'comment', { text: 'x'.repeat(20_001) }, 'text'],
    ['a text that cannot be stored', 'comment', { text: '\ud800' }, 'text'],
    ['null', 'comment', { text: null }, 'text'],
    ['a time without an offset', 'accept', { agreedDate: '2026-03-02T09:30:00' }, 'agreedDate'],
    ['a choice that is none', 'recordFact', { lawsuit: 'perhaps' }, 'lawsuit'],
    ['an unknown person', 'dispatch', { unit: 'engineering', handler: 'nobody' }, 'handler'],
    ['an unknown complaint', 'merge', { into: 'nothing' }, 'into'],
    ['a negative number', 'recordFact', { claim: -1 }, 'claim'],
  ];
  test.each(wrong)('%s is refused', async (_name, command, input, path) => {
    const id = await house.file();
    const answer = await give('supervisor', id, command, input);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
  });

  test('an unknown unit', async () => {
    const id = await house.file();
    await give('supervisor', id, 'accept');
    const answer = await give('supervisor', id, 'dispatch', { unit: 'wizards', handler: 'handler' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid', errors: [{ path: 'unit' }] } });
  });

  test('no body at all where nothing is needed', async () => {
    const id = await house.file();
    expect((await (await house.as('supervisor')).post(`/api/complaints/${id}/accept`)).status).toBe(200);
  });

  test('SQL and HTML stay as they are', async () => {
    const id = await house.file();
    const text = `'); delete from events; -- <img src=x onerror=alert(1)>`;
    await give('supervisor', id, 'comment', { text });
    const { items } = (await (await house.as('supervisor')).get(`/api/complaints/${id}/events`)).body as {
      items: { text?: string }[];
    };
    expect(items.at(-1)?.text).toBe(text);
  });
});

test('what is none is not found', async () => {
  const id = await house.file();
  expect(await give('supervisor', id, 'explode')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await give('supervisor', 'nothing', 'accept')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await give('supervisor', `${id}'--`, 'accept')).toMatchObject({ status: 404 });
  expect(await (await house.as('supervisor')).get('/api/complaints/%00')).toMatchObject({ status: 404 });
  expect(await (await house.as('supervisor')).get(`/api/complaints/${'x'.repeat(2_000)}`)).toMatchObject({
    status: 404,
  });
});

test('every command has its route', async () => {
  for (const name of commandNames) {
    const answer = await give('supervisor', 'nothing', name);
    expect([name, answer.status, answer.body.code]).toEqual([
      name,
      answer.status === 400 ? 400 : 404,
      answer.status === 400 ? 'invalid' : 'not-found',
    ]);
  }
});

describe('conditions', () => {
  test('If-Match', async () => {
    const id = await house.file();
    const etag = (await read(id)).headers.get('etag') ?? '';
    expect(await give('supervisor', id, 'accept', {}, { 'if-match': etag })).toMatchObject({ status: 200 });
    expect(await give('supervisor', id, 'comment', { text: 'x' }, { 'if-match': etag })).toMatchObject({
      status: 412,
      body: { code: 'stale' },
    });
    expect(await give('supervisor', id, 'comment', { text: 'x' }, { 'if-match': '"abc"' })).toMatchObject({
      status: 412,
    });
    expect(await give('supervisor', id, 'comment', { text: 'x' }, { 'if-match': '*' })).toMatchObject({ status: 200 });
  });

  test('Idempotency-Key: once, with the same answer', async () => {
    const id = await house.file();
    const key = { 'idempotency-key': 'once' };
    const first = await give('supervisor', id, 'comment', { text: 'x' }, key);
    await give('supervisor', id, 'comment', { text: 'y' });
    expect((await give('supervisor', id, 'comment', { text: 'x' }, key)).body).toEqual(first.body);
    expect(await give('supervisor', id, 'comment', { text: 'z' }, key)).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
    expect(await give('supervisor', id, 'accept', {}, key)).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
    const { items } = (await (await house.as('supervisor')).get(`/api/complaints/${id}/events`)).body as {
      items: { type: string }[];
    };
    expect(items.filter(({ type }) => type === 'Commented')).toHaveLength(2);
  });
});

test('a complaint whose workflow has ended is taken up again, as it stands', async () => {
  const id = await house.file();
  await give('supervisor', id, 'accept');
  const before = (await read(id)).body as { seq: number };
  await house.engine.client.workflow.getHandle(id).terminate('as if it were long over');
  const answer = await give('supervisor', id, 'comment', { text: 'still here' });
  expect(answer).toMatchObject({ status: 200, body: { seq: before.seq + 1, status: 'accepted' } });
  expect((await read(id)).body).toMatchObject({ seq: before.seq + 1, status: 'accepted' });
  expect(await give('supervisor', id, 'accept')).toMatchObject({ status: 409, body: { code: 'wrong-status' } });
});

test('what the outside world tells is taken and judged later', async () => {
  const id = await house.file();
  const reception = await house.as('reception');
  expect(await reception.post(`/api/complaints/${id}/signals/urged`, { text: '快一点' })).toMatchObject({
    status: 202,
  });
  expect(await reception.post(`/api/complaints/${id}/signals/joined`, { people: 0 })).toMatchObject({ status: 400 });
  expect(await reception.post(`/api/complaints/${id}/signals/rumoured`, {})).toMatchObject({ status: 404 });
  expect(await (await house.as('auditor')).post(`/api/complaints/${id}/signals/urged`, {})).toMatchObject({
    status: 403,
  });
  const types = async () =>
    ((await reception.get(`/api/complaints/${id}/events`)).body as { items: { type: string }[] }).items.map(
      ({ type }) => type,
    );
  for (const until = Date.now() + 60_000; !(await types()).includes('Urged') && Date.now() < until;);
  expect(await types()).toContain('Urged');
});
