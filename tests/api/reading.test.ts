/** Lists, search, tasks, explanations, archives and what is told as it happens. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { type Caller, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let supervisor: Caller;
const ids: Record<string, string> = {};
beforeAll(async () => {
  house = await openHouse();
  supervisor = await house.as('supervisor');
  ids['lift'] = await house.file({
    text: '电梯反复停运，老人被困',
    complainant: { name: '张桂芳', phone: '139-1234 5678', room: '3-2-501' },
  });
  ids['leak'] = await house.file({
    text: '楼道漏水 Water leak near room 1203',
    channel: 'app',
    complainant: { name: '李先生' },
  });
  ids['noise'] = await house.file({ text: '夜间施工噪音', channel: 'visit', category: 'environment' });
});
afterAll(() => house.close());

const list = async (query: string) =>
  (await supervisor.get(`/api/complaints?${query}`)).body as { items: { id: string }[]; next: string | null };
const found = async (q: string) =>
  (await list(`q=${encodeURIComponent(q)}`)).items
    .map(({ id }) => Object.keys(ids).find((name) => ids[name] === id))
    .sort();

describe('full text', () => {
  const searches: [string, string[]][] = [
    ['电梯', ['lift']],
    ['漏水', ['leak']],
    ['LEAK', ['leak']],
    ['1203', ['leak']],
    ['13912345678', ['lift']],
    ['12345678', ['lift']],
    ['张桂芳', ['lift']],
    ['桂芳 停运', ['lift']],
    ['漏', ['leak']],
    ['施工，噪音', ['noise']],
    ['电梯 噪音', []],
    ["'; drop table", []],
    ['%', []],
  ];
  test.each(searches)('%s', async (q, names) => {
    expect(await found(q)).toEqual(names);
  });
});

test('filters', async () => {
  expect((await list('channel=app,visit')).items).toHaveLength(2);
  expect((await list('category=environment')).items).toMatchObject([{ id: ids['noise'] }]);
  expect((await list('status=received&severity=ordinary&project=cuihu')).items).toHaveLength(3);
  expect((await list('status=closed')).items).toEqual([]);
  expect((await list('overdue=true')).items).toEqual([]);
  expect((await list('mine=true')).items).toEqual([]);
  expect((await list('open=true&merged=false')).items).toHaveLength(3);
  expect((await list('open=false')).items).toEqual([]);
  expect((await list('merged=true')).items).toEqual([]);
  for (const query of [
    'limit=0',
    'limit=1000',
    'after=nonsense',
    'colour=red',
    'overdue=perhaps',
    'open=perhaps',
    'merged=perhaps',
    'arrivedFrom=yesterday',
  ]) {
    expect([query, (await supervisor.get(`/api/complaints?${query}`)).status]).toEqual([query, 400]);
  }
});

test('page by page, nothing twice and nothing left out', async () => {
  const seen: string[] = [];
  let next: string | null = '';
  do {
    const page: { items: { id: string }[]; next: string | null } = await list(`limit=2${next ? `&after=${next}` : ''}`);
    seen.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next);
  expect(seen).toEqual([ids['noise'], ids['leak'], ids['lift']]);
});

test('tasks are what is mine to do, and handlers have what was dispatched to them', async () => {
  const tasks = async (user: string) =>
    (
      (await (await house.as(user)).get('/api/tasks')).body as {
        items: { complaint: { id: string }; commands: string[]; due?: object }[];
      }
    ).items;
  expect(await tasks('supervisor')).toHaveLength(3);
  expect((await tasks('supervisor'))[0]).toMatchObject({
    commands: expect.arrayContaining(['accept', 'refuse']),
    due: { clock: 'reply' },
  });
  expect(await tasks('handler')).toEqual([]);
  await supervisor.post(`/api/complaints/${ids['noise']}/accept`, {});
  await supervisor.post(`/api/complaints/${ids['noise']}/dispatch`, { unit: 'engineering', handler: 'handler' });
  expect(await tasks('handler')).toMatchObject([
    { complaint: { id: ids['noise'], handler: { id: 'handler', name: '王强' } } },
  ]);
  expect((await tasks('handler'))[0]?.commands).toContain('takeOver');
  expect(await tasks('zhangwei')).toEqual([]);
  expect(await tasks('auditor')).toEqual([]);
});

test('events tell who acted', async () => {
  const { items } = (await supervisor.get(`/api/complaints/${ids['noise']}/events`)).body as {
    items: { seq: number; type: string; actor: object }[];
  };
  expect(items[0]).toMatchObject({
    seq: 1,
    type: 'Received',
    actor: { user: 'reception', name: '周小雨', role: 'reception' },
  });
  const later = (await supervisor.get(`/api/complaints/${ids['noise']}/events?after=${items.length - 1}`)).body as {
    items: unknown[];
  };
  expect(later.items).toHaveLength(1);
  expect((await supervisor.get(`/api/complaints/${ids['noise']}/events?after=x`)).status).toBe(400);
});

test('a deadline is explained stretch by stretch', async () => {
  const { status, body } = await supervisor.get(`/api/complaints/${ids['lift']}/deadlines/resolve.important`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    clock: 'resolve.important',
    state: 'open',
    budget: expect.any(String),
    clauses: expect.any(Array),
  });
  expect(body.clauseTexts[0]).toMatchObject({ id: body.clauses[0], zh: expect.any(String) });
  expect(body.stretches.at(-1).to).toBe(body.due);
  expect(body.sentence.zh).toContain(body.clauses[0]);
  expect((await supervisor.get(`/api/complaints/${ids['lift']}/deadlines/nonsense`)).status).toBe(404);
});

test('an archive holds everything, readable without us', async () => {
  const auditor = await house.as('auditor');
  const { headers } = await auditor.get(`/api/complaints/${ids['lift']}/archive`);
  expect(headers.get('content-type')).toBe('application/zip');
  const cookie = await house.nobody.post('/api/session', { username: 'auditor', password: 'an-echo-for-every-test' });
  const answer = await fetch(`${house.url}/api/complaints/${ids['lift']}/archive`, {
    headers: { cookie: cookie.headers.get('set-cookie')?.split(';')[0] ?? '' },
  });
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const content = [
    'complaint.json',
    'complaint.txt',
    'deadlines.json',
    'events.json',
    'rulebook.json',
    'calendar.json',
  ];
  expect(Object.keys(files)).toEqual(expect.arrayContaining(content));
  expect(JSON.parse(strFromU8(files['events.json'] ?? new Uint8Array()))[0]).toMatchObject({
    seq: 1,
    type: 'Received',
  });
  expect(strFromU8(files['complaint.txt'] ?? new Uint8Array())).toContain('电梯反复停运，老人被困');
});

test('what changes is told to those who may see it', async () => {
  const session = async (username: string) =>
    (await house.nobody.post('/api/session', { username, password: 'an-echo-for-every-test' })).headers
      .get('set-cookie')
      ?.split(';')[0] ?? '';
  const listen = async (user: string) => {
    const { body } = await fetch(`${house.url}/api/events`, { headers: { cookie: await session(user) } });
    if (!body) throw new Error('no stream');
    return body.getReader();
  };
  const [mine, theirs] = await Promise.all([listen('supervisor'), listen('xujing')]);
  let heard = '';
  let overheard = '';
  const read = async (reader: ReadableStreamDefaultReader<Uint8Array>, keep: (text: string) => void) => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      keep(new TextDecoder().decode(piece.value));
  };
  const reading = [read(mine, (text) => (heard += text)), read(theirs, (text) => (overheard += text))];
  for (const until = Date.now() + 60_000; !heard.includes(ids['leak'] ?? '') && Date.now() < until;) {
    await supervisor.post(`/api/complaints/${ids['leak']}/comment`, { text: 'x' });
    await new Promise((later) => setTimeout(later, 200));
  }
  await Promise.all([mine.cancel(), theirs.cancel()]);
  await Promise.all(reading);
  expect(heard).toContain('"type":"Commented"');
  expect(overheard).not.toContain(ids['leak']);
});

test('storylines are rehearsed, or refused by line', async () => {
  const yaml = [
    'storyline: reply the same day',
    'rulebook: WY',
    'receive: {at: 2026-09-30T16:00:00+08:00, channel: phone, text: a call}',
    'steps:',
    '  - at: 2026-10-01T00:00:01+08:00',
    '    expect: {deadlines: {reply: {due: 2026-10-01T00:00:00+08:00, state: missed}}}',
  ].join('\n');
  const played = await supervisor.post('/api/rehearsals', yaml, { 'content-type': 'application/yaml' });
  expect(played).toMatchObject({ status: 200, body: { ok: true, deadlines: { reply: { state: 'missed' } } } });
  expect((await supervisor.post('/api/rehearsals', { yaml })).body).toEqual(played.body);
  const wrong = await supervisor.post('/api/rehearsals', { yaml: yaml.replace('WY', 'XX').replace('phone', 'pigeon') });
  expect(wrong).toMatchObject({
    status: 400,
    body: {
      code: 'invalid',
      errors: [
        { path: 'rulebook', line: 2 },
        { path: 'receive.channel', line: 3 },
      ],
    },
  });
  expect((await supervisor.post('/api/rehearsals', { storyline: 'x', rulebook: 'WY' })).status).toBe(400);
  expect((await supervisor.post('/api/rehearsals', [])).status).toBe(400);
});

test('the storylines of a rulebook can be read and played', async () => {
  const { items } = (await supervisor.get('/api/rulebooks/WY/storylines')).body as {
    items: { name: string; title: string; yaml: string }[];
  };
  const ladder = items.find(({ name }) => name === 'ladder-by-age');
  expect(ladder?.title).toContain('逐级升级');
  const played = await supervisor.post('/api/rehearsals', { yaml: ladder?.yaml });
  expect(played.body).toMatchObject({ ok: true, storyline: ladder?.title });
  expect((await supervisor.get('/api/rulebooks/HO/storylines')).body.items.length).toBeGreaterThan(5);
  expect((await supervisor.get('/api/rulebooks/XX/storylines')).status).toBe(404);
  expect((await house.nobody.get('/api/rulebooks/WY/storylines')).status).toBe(401);
});

test('reference data', async () => {
  const calendar = (await supervisor.get('/api/calendars/2026')).body as {
    days: { date: string; kind: string; working: boolean }[];
    provisional: boolean;
  };
  expect(calendar.days).toHaveLength(365);
  expect(calendar.days.find(({ date }) => date === '2026-10-01')).toMatchObject({ kind: 'holiday', working: false });
  expect((await supervisor.get('/api/calendars/1')).status).toBe(404);
  expect((await supervisor.get('/api/rulebooks/WY')).body).toMatchObject({
    id: 'WY',
    clauses: { 'WY-4.6.2': expect.anything() },
  });
  expect((await supervisor.get('/api/rulebooks/WY/versions/1')).status).toBe(200);
  expect((await supervisor.get('/api/rulebooks/WY/versions/99')).status).toBe(404);
  expect((await supervisor.get('/api/rulebooks/XX')).status).toBe(404);
  expect((await supervisor.get('/api/users?role=handler')).body.items.length).toBeGreaterThan(2);
  expect((await supervisor.get('/api/users?role=wizard')).status).toBe(400);
  expect((await supervisor.get('/api/nothing')).body).toMatchObject({ code: 'not-found', status: 404 });
});

test('an address with raw letters gets a problem, not silence', async () => {
  const { connect } = await import('node:net');
  const { hostname, port } = new URL(house.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write('GET /api/complaints?q=电梯 HTTP/1.1\r\nhost: x\r\n\r\n'),
    );
    let text = '';
    socket
      .on('data', (piece) => (text += piece.toString()))
      .on('end', () => resolve(text))
      .on('error', reject);
  });
  expect(answer).toContain('400 Bad Request');
  expect(answer).toContain('application/problem+json');
});
