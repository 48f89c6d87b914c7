/** Intake over HTTP: what is taken, what is not, and that nothing happens twice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { intake, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const file = async (body: unknown, headers: Record<string, string> = {}) =>
  (await house.as('reception')).post('/api/complaints', body, headers);
const count = async () =>
  Number((await house.dataSource.query<{ n: string }[]>('select count(*) as n from complaints'))[0]?.n);
const wanting = (complainant: object) => ({ ...intake, category: undefined, complainant });
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const before = () => new Date(Date.now() - 3_600_000).toISOString();

test('a complaint is there for everybody as soon as it is answered', async () => {
  const { status, body, headers } = await file(intake);
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    number: expect.stringMatching(/^HY-\d{8}-\d{4,}$/),
    status: 'received',
    severity: 'ordinary',
    tier: 'project',
    seq: expect.any(Number),
  });
  expect(headers.get('location')).toBe(`/api/complaints/${body.id}`);
  expect(headers.get('etag')).toBe(`"${body.seq}"`);
  const read = await (await house.as('supervisor')).get(`/api/complaints/${body.id}`);
  expect(read.status).toBe(200);
  expect(read.headers.get('etag')).toBe(`"${body.seq}"`);
  expect(read.body).toMatchObject({ ...body, text: intake.text, project: { id: 'cuihu', name: '翠湖花园' } });
  expect(read.body.allowed).toEqual(expect.arrayContaining(['accept', 'refuse', 'settle']));
  expect(Object.keys(read.body)).not.toEqual(expect.arrayContaining(['marks', 'clocks']));
});

test('whoever belongs to one project need not name it; others name it by id or by name', async () => {
  const { project: _, ...unnamed } = intake;
  const own = await file(unnamed);
  expect(own.status).toBe(201);
  const read = await (await house.as('supervisor')).get(`/api/complaints/${own.body.id}`);
  expect(read.body.project).toEqual({ id: 'cuihu', name: '翠湖花园' });
  expect((await file({ ...intake, project: '翠湖花园' })).status).toBe(201);
});

describe('what is not taken', () => {
  const wrong: [string, () => unknown, number, string, string?][] = [
    ['no JSON', () => '{"project": "cuihu",', 400, 'invalid'],
    ['a list', () => [], 400, 'invalid'],
    ['nothing', () => ({}), 400, 'invalid', 'channel'],
    ['a field that nobody knows', () => ({ ...intake, urgency: 'high' }), 400, 'invalid', 'urgency'],
    [
      'a nested field that nobody knows',
      () => ({ ...intake, complainant: { nick: 'x' } }),
      400,
      'invalid',
      'complainant.nick',
    ],
    ['an id of their own', () => ({ ...intake, id: 'mine' }), 400, 'invalid', 'id'],
    ['a text of one megabyte', () => ({ ...intake, text: 'a'.repeat(1_000_000) }), 400, 'invalid', 'text'],
    ['a body that is too large', () => ({ ...intake, text: '电'.repeat(1_000_000) }), 413, 'too-large'],
    ['a blank text', () => ({ ...intake, text: ' \n\t ' }), 400, 'invalid', 'text'],
    ['a text that is a number', () => ({ ...intake, text: 5 }), 400, 'invalid', 'text'],
    ['a text that cannot be stored', () => ({ ...intake, text: 'a\u0000b' }), 400, 'invalid', 'text'],
    [
      'a phone that is none',
      () => ({ ...intake, complainant: { phone: 'call me' } }),
      400,
      'invalid',
      'complainant.phone',
    ],
    ['a short phone', () => ({ ...intake, complainant: { phone: '12' } }), 400, 'invalid', 'complainant.phone'],
    [
      'an e-mail address that is none',
      () => ({ ...intake, complainant: { email: 'x@' } }),
      400,
      'invalid',
      'complainant.email',
    ],
    [
      'a time without an offset',
      () => ({ ...intake, arrivedAt: '2026-03-02T09:30:00', backdatedBecause: 'x' }),
      400,
      'invalid',
      'arrivedAt',
    ],
    [
      'a time that is none',
      () => ({ ...intake, arrivedAt: '2026-13-40T09:30:00Z', backdatedBecause: 'x' }),
      400,
      'invalid',
      'arrivedAt',
    ],
    [
      'an arrival in the future',
      () => ({ ...intake, arrivedAt: soon(), backdatedBecause: 'x' }),
      400,
      'invalid',
      'arrivedAt',
    ],
    ['backdating without a reason', () => ({ ...intake, arrivedAt: before() }), 400, 'invalid', 'backdatedBecause'],
    [
      'backdating with a blank reason',
      () => ({ ...intake, arrivedAt: before(), backdatedBecause: ' ' }),
      400,
      'invalid',
      'backdatedBecause',
    ],
    ['an unknown channel', () => ({ ...intake, channel: 'pigeon' }), 400, 'invalid', 'channel'],
    ['an unknown project', () => ({ ...intake, project: 'atlantis' }), 400, 'invalid', 'project'],
    ['a company as project', () => ({ ...intake, project: 'huadong' }), 400, 'invalid', 'project'],
    ["somebody else's project", () => ({ ...intake, project: 'jinxiu' }), 403, 'forbidden'],
    ['an unknown rulebook', () => ({ ...intake, rulebook: 'XX' }), 400, 'invalid', 'rulebook'],
    ['an unknown category', () => ({ ...intake, category: 'weather' }), 400, 'invalid', 'category'],
    ['an unknown person', () => ({ ...intake, accused: ['nobody'] }), 400, 'invalid', 'accused'],
    ['half a person', () => ({ ...intake, people: 1.5 }), 400, 'invalid', 'people'],
    ['facts that nobody knows', () => ({ ...intake, facts: { weather: 'bad' } }), 400, 'invalid', 'facts.weather'],
    [
      'letters in no language',
      () => wanting({ email: 'a@b.cn', language: 'fr' }),
      400,
      'invalid',
      'complainant.language',
    ],
    ['facts that are none', () => ({ ...intake, facts: { lawsuit: 'maybe' } }), 400, 'invalid', 'facts.lawsuit'],
  ];
  test.each(wrong.map(([name, ...given]) => ({ name, given })))(
    '$name',
    async ({ given: [body, status, code, path] }) => {
      const known = await count();
      const answer = await file(body());
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
      expect(answer.body).toMatchObject({ status, code });
      if (path) expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
      expect(await count()).toBe(known);
    },
  );

  test('another type of content', async () => {
    expect((await file('project=cuihu', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await file('<a/>', { 'content-type': 'text/xml' })).body.code).toBe('unsupported-type');
  });
});

test('letters are in the language that was asked for, else in that of the rulebook', async () => {
  const languages = await Promise.all(
    [
      wanting({ email: 'zhou@example.com' }),
      wanting({ email: 'zhou@example.com', language: 'en' }),
      { ...wanting({ email: 'zhou@example.com' }), rulebook: 'HO' },
      { ...wanting({ email: 'zhou@example.com', language: 'zh' }), rulebook: 'HO' },
      { ...wanting({ name: 'Ms Zhou' }), rulebook: 'HO' },
    ].map(async (given) => {
      const { body } = await file(given);
      const read = await (await house.as('reception')).get(`/api/complaints/${body.id}`);
      return read.body.complainant.language;
    }),
  );
  expect(languages).toEqual([undefined, 'en', 'en', 'zh', undefined]);
});

test('SQL and HTML are words like any other', async () => {
  const said = `'; drop table complaints; -- <script>alert("1")</script> \${7*7} %s \\ \u{1f525} \u202e`;
  const complainant = { name: said, address: said, room: said, phone: '010-8888 1234转8' };
  const { body, status } = await file({ ...intake, text: said, remedySought: said, complainant });
  expect(status).toBe(201);
  const read = await (await house.as('reception')).get(`/api/complaints/${body.id}`);
  expect(read.body).toMatchObject({ text: said, remedySought: said, complainant });
  expect(read.headers.get('content-type')).toMatch('application/json');
  expect(read.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a backdated complaint is late at once', async () => {
  const arrivedAt = '2026-01-05T10:00:00+08:00';
  const { body } = await file({ ...intake, arrivedAt, backdatedBecause: '系统故障，事后补录' });
  const read = await (await house.as('supervisor')).get(`/api/complaints/${body.id}`);
  expect(read.body).toMatchObject({ arrivedAt, backdatedBecause: '系统故障，事后补录', severity: body.severity });
  expect(read.body.deadlines).toEqual(
    expect.arrayContaining([expect.objectContaining({ clock: 'reply', state: 'missed' })]),
  );
});

describe('Idempotency-Key', () => {
  test('the same key: once, with the same answer', async () => {
    const headers = { 'idempotency-key': 'call-4711' };
    const answers = await Promise.all([file(intake, headers), file(intake, headers), file(intake, headers)]);
    answers.push(await file(intake, headers));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    const found = await house.dataSource.query<unknown[]>('select 1 from complaints where id = $1', [
      answers[0]?.body.id,
    ]);
    expect(found).toHaveLength(1);
  });

  test('the same answer even when the complaint has moved on', async () => {
    const headers = { 'idempotency-key': 'call-4712' };
    const first = await file(intake, headers);
    await (await house.as('supervisor')).post(`/api/complaints/${first.body.id}/accept`, {});
    expect((await file(intake, headers)).body).toEqual(first.body);
  });

  test('the same key for something else', async () => {
    const headers = { 'idempotency-key': 'call-4713' };
    await file(intake, headers);
    const other = await file({ ...intake, text: 'something else' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  test("another user's key is another key", async () => {
    const headers = { 'idempotency-key': 'call-4714' };
    const mine = await file(intake, headers);
    const theirs = await (await house.as('supervisor')).post('/api/complaints', intake, headers);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test('a key that is too long', async () => {
    expect((await file(intake, { 'idempotency-key': 'x'.repeat(201) })).status).toBe(400);
  });

  test('what was started but not projected is finished by the repetition', async () => {
    const headers = { 'idempotency-key': 'call-4715' };
    const { body } = await file(intake, headers);
    await house.dataSource.transaction(async (tx) => {
      // the worker tells the same once more: before this or after it, not in its midst
      await tx.query('select from complaints where id = $1 for update', [body.id]);
      for (const table of ['deadlines', 'events', 'complaint_search']) {
        await tx.query(`delete from ${table} where complaint_id = $1`, [body.id]);
      }
      await tx.query('delete from complaints where id = $1', [body.id]);
    });
    expect((await file(intake, headers)).body).toEqual(body);
    const events = (await (await house.as('reception')).get(`/api/complaints/${body.id}/events`)).body as {
      items: ComplaintEvent[];
    };
    expect(events.items.map(({ seq }) => seq)).toEqual(Array.from({ length: body.seq }, (_, i) => i + 1));
  });
});
