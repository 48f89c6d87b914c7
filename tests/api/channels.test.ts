/**
 * Everybody – each role in each relation – by each channel: whoever a complaint is not for finds by none of them that it is there,
 * and has the answers that they had before it was filed, or those of one that is none.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Relation } from '../../domain/rights/relations.js';
import { readerRoles } from '../../domain/rights/roles.js';
import { ways } from '../../domain/notice/notice.js';
import { openHouse, type TestHouse } from './house.js';
import { each, pressOnce, textOf, unpacked } from './matrix/answers.js';
import { type Channel, channelOf, channels, uncovered } from './matrix/channels.js';
import { admitted } from './matrix-table.js';
import { allows, seedBeside, seedPeople, type Somebody, standings, withoutPeople } from './matrix/people.js';
import { canary, complainant, issueList, type Kept, openWays, setStage, type Stage, tellAll } from './matrix/stage.js';
import { filled, isStream, type Operation, operations } from './operations.js';

const absent = '00000000-0000-4000-8000-000000000000';
let house: TestHouse;
let people: Somebody[];
let denied: Somebody[];
let allowed: Somebody[];
let stage: Stage;
let rooms: string[];
const printing = pressOnce();
/** By somebody, then by address: what they were answered before there was anything to hide. */
const before = new Map<string, Map<string, string>>();
/** Differ from one moment to the next, whatever happens. */
const restless = new Set<string>(['/api/account/sessions']);
/** Where the complaint was found by those it is for: what shows it to nobody proves nothing. */
const shown = new Set<Channel>();

const about = operations.filter(({ path }) => path.includes('/complaints/{id}') || path.includes('{thread}'));
const reads = operations.filter(
  (one) => one.method === 'GET' && !isStream(one) && !about.includes(one) && admitted[one.id] !== 'everybody',
);
const words = [canary, '8-1-101', '电梯停运'];
const asked = (): [Channel, string][] => [
  ...reads.map((one): [Channel, string] => [channelOf[one.id] ?? 'none', filled(one.path, absent)]),
  ...['nodes', 'people'].flatMap((kind) =>
    ['csv', 'xlsx'].map((format): [Channel, string] => ['sheet', `/api/organisation/sheets/${kind}?format=${format}`]),
  ),
  ...[
    'status=accepted,awaitingApproval',
    'severity=hot,major',
    'overdue=false',
    'mine=true',
    'handler=handler-handler',
    'limit=1',
  ].map((filter): [Channel, string] => ['list', `/api/complaints?${filter}`]),
  ...words.map((word): [Channel, string] => ['search', `/api/complaints?q=${encodeURIComponent(word)}`]),
  [
    'search',
    `/api/complaints/similar?project=cuihu&text=${encodeURIComponent(`${canary} 电梯停运`)}&category=equipment&room=8-1-101`,
  ],
  ['count', '/api/statistics/overview?from=2020-01-01'],
  ['count', '/api/board?node=huadong'],
  ['list', '/api/people/handler-handler/work'],
];

async function answersOf({ caller }: Somebody): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [channel, path] of asked()) {
    if (channel === 'sheet' && path.endsWith('xlsx')) found.set(path, unpacked(await caller.bytes(path)));
    else found.set(path, textOf(await caller.get(path)));
  }
  return found;
}

const kept = (): Kept[] => [stage.one, stage.handedUp, stage.sentBack];
const of = ({ relation }: Somebody): Kept =>
  relation.startsWith('handedUp') ? stage.handedUp : relation === 'sentBack' ? stage.sentBack : stage.one;
/** What of the complaints stands in a text. */
const tells = (text: string): string[] =>
  [canary, ...kept().flatMap(({ id, number }) => [id, number])].filter((one) => text.includes(one));

beforeAll(async () => {
  house = await openHouse({ press: printing.press });
  people = await seedPeople(house.dataSource, house.url);
  ({ rooms } = await openWays(house, people));
  const isFor = ({ relation, role }: Somebody) => allows.includes(relation) && readerRoles.includes(role);
  allowed = people.filter(isFor);
  // whoever stands in several relations is asked once
  denied = people.filter((one, at) => !isFor(one) && people.findIndex(({ id }) => id === one.id) === at);
  await house.file({ text: '楼道灯不亮' });
  await tellAll(house);
  const twice = denied.filter(({ relation, role }) => relation === 'accused' && ['supervisor', 'company', 'auditor', 'admin'].includes(role)); // prettier-ignore
  await each(denied, async (one) => void before.set(one.id, await answersOf(one)));
  await each(twice, async (one) => {
    for (const [path, answer] of await answersOf(one)) if (before.get(one.id)?.get(path) !== answer) restless.add(path);
  });
  stage = await setStage(house, people);
  await tellAll(house);
});
afterAll(() => house.close());

test('every route has its channel, every kind of file and every way of notices is looked at, everybody stands somewhere', () => {
  expect([...uncovered(operations), ...withoutPeople()]).toEqual([]);
});

test('list, search, count, inbox, sheet: nothing changes for whom it is not', async () => {
  const changed: string[] = [];
  await each(denied, async (one) => {
    for (const [path, answer] of await answersOf(one)) {
      // how long the chronicle of the whole house is tells that something happened somewhere
      const same = restless.has(path) || path.startsWith('/api/proof') || before.get(one.id)?.get(path) === answer;
      // whoever hands work over learns its number and status, of what is not hidden from themselves
      if (path.endsWith('/work') && one.role === 'admin' && allows.includes(one.relation)) continue;
      if (!same || tells(answer).length > 0)
        changed.push(`${one.id} ${path}: ${before.get(one.id)?.get(path)} → ${answer}`);
    }
  });
  expect(changed).toEqual([]);
  expect([...restless].filter((path) => !path.startsWith('/api/proof')).length).toBeLessThan(5);
});

test('list, search, count: it is there for whom it is', async () => {
  const channelsOf = new Map(asked().map(([channel, path]) => [path, channel]));
  await each(allowed, async (one) => {
    const { body: list } = await one.caller.get('/api/complaints');
    expect([one.id, tells(JSON.stringify(list)).includes(of(one).id)]).toEqual([one.id, true]);
    const { body: found } = await one.caller.get(`/api/complaints?q=${of(one).number}`);
    expect([one.id, tells(JSON.stringify(found)).includes(of(one).id)]).toEqual([one.id, true]);
    const { body: figures } = await one.caller.get('/api/statistics/overview');
    // a light in the hallway, and the three
    expect([one.id, figures.total]).toEqual([one.id, 4]);
    shown.add('count');
  });
  for (const id of ['supervisor-place', 'auditor-place', 'company-place']) {
    const one = people.find((somebody) => somebody.id === id) as Somebody;
    for (const [path, answer] of await answersOf(one))
      if (tells(answer).length > 0) shown.add(channelsOf.get(path) ?? '');
  }
});

test('search: by a place that somebody accused lends, nobody finds a complaint of their own place by who complained', async () => {
  const { number, id } = stage.one;
  const contact = [...Object.values(complainant), '8-1-101'];
  const expectFound = (words: string[]) => async (one: Somebody) => {
    const found: string[] = [];
    for (const word of [number, ...contact]) {
      const { body } = await one.caller.get(`/api/complaints?q=${encodeURIComponent(word)}`);
      if (JSON.stringify(body).includes(id)) found.push(word);
    }
    expect([one.id, found]).toEqual([one.id, words]);
  };
  const beside = (relation: Relation) => seedBeside(house.dataSource, house.url, relation);
  await each(await beside('accused'), expectFound([number]));
  // whoever else is absent lends it
  await each(await beside('place'), expectFound([number, ...contact]));
});

const pathOf = ({ path, id }: Operation, complaint: string): string =>
  filled(path, complaint, id === 'getFile' ? stage.one.sha256 : 'reply');

test('record, command, archive, attachment: the answers of a complaint that is none', async () => {
  const differing: unknown[] = [];
  // of one that is none, whoever has the same roles is answered the same
  const ofNone = new Map<string, Promise<string>>();
  await each(denied, async ({ id: who, role, relation, caller }) => {
    for (const operation of about) {
      const body =
        operation.method === 'GET' ? undefined : operation.id === 'bringFile' ? 'x' : { text: 'x', reason: 'x' };
      const ask = (id: string) => caller.call(operation.method, pathOf(operation, id), body);
      const key = `${relation === 'complainant' ? relation : role} ${operation.id}`;
      if (!ofNone.has(key)) ofNone.set(key, ask(absent).then(textOf));
      const there = await ask(stage.one.id);
      const [a, b] = [textOf(there).replaceAll(stage.one.id, absent), await ofNone.get(key)];
      // whoever looks after the tables may write one of their part anew, by its id
      if (operation.id === 'reproject' && allows.includes(relation)) continue;
      if (a !== b || there.status < 400) differing.push([who, operation.id, a, b]);
    }
  });
  expect(differing).toEqual([]);
});

test('record, inbox, archive, attachment: it is there for whom it is', async () => {
  await each(allowed, async (one) => {
    const { id, number } = of(one);
    const { status, body } = await one.caller.get(`/api/complaints/${id}`);
    expect([one.id, status, body.number]).toEqual([one.id, 200, number]);
    shown.add('record');
    const files = unzipSync(await one.caller.bytes(`/api/complaints/${id}/archive`));
    if (strFromU8(files['complaint.txt'] ?? new Uint8Array()).includes(number)) shown.add('archive');
    const file = await one.caller.get(`/api/complaints/${stage.one.id}/files/${stage.one.sha256}`);
    expect([one.id, file.status, file.body]).toEqual([one.id, 200, canary]);
    shown.add('attachment');
    if ((await one.caller.get(`/api/inbox/${id}`)).status === 200) shown.add('inbox');
  });
});

test('inbox, e-mail, robots and webhooks: what waits to be sent is for whom it is, by every way', async () => {
  const rows = await house.dataSource.query<{ way: string; recipient: string; complaint: string }[]>(
    'select distinct way, recipient, complaint_id as complaint from notices where complaint_id = any ($1)',
    [kept().map(({ id }) => id)],
  );
  const never = [...denied.map(({ id }) => id), ...rooms];
  expect(rows.filter(({ recipient }) => never.includes(recipient))).toEqual([]);
  const others = await house.dataSource.query<{ way: string }[]>(
    'select distinct way from notices where complaint_id is not null and not complaint_id = any ($1)',
    [kept().map(({ id }) => id)],
  );
  const told = new Set([...rows, ...others].map(({ way }) => way));
  expect(ways.filter((way) => !told.has(way))).toEqual([]);
  expect(rows.some(({ way, recipient }) => way === 'inbox' && recipient === 'supervisor-substitute')).toBe(true);
});

test('papers: whoever may not see it has the paper without it, as a page and as files', async () => {
  const paper = await issueList(house);
  const pages = new Set<string>();
  await each([...denied, ...allowed], async (one) => {
    const path = `/api/duties/${paper}`;
    const files = [`${path}.docx`, `${path}.pdf`];
    const page = await one.caller.get(path);
    if (page.status !== 200) {
      for (const file of files) expect([one.id, textOf(await one.caller.get(file))]).toEqual([one.id, textOf(page)]);
      expect([one.id, tells(textOf(page))]).toEqual([one.id, []]);
      return;
    }
    const isFor = allowed.includes(one);
    if (!isFor) pages.add(one.relation);
    const forms = [JSON.stringify(page.body)];
    for (const file of files) forms.push(await printing.read(await one.caller.bytes(file)));
    expect([one.id, forms.map((form) => tells(form).length > 0)]).toEqual([one.id, forms.map(() => isFor)]);
    if (isFor) shown.add('paper');
  });
  // the accused do have the paper
  expect([...pages]).toContain('accused');
  for (const path of ['/api/public/x', '/public/x']) expect(tells(textOf(await house.nobody.get(path)))).toEqual([]);
});

test('stream: what changes is told live to whom it is for', async () => {
  const stop = new AbortController();
  const heard = new Map<string, string>();
  // whoever stands in several relations listens once
  const listeners = [...denied, ...allowed.filter(({ relation }) => !standings[relation]?.as)];
  const listening = await Promise.all(
    listeners.map(async (one) => {
      const answer = await fetch(`${house.url}/api/events`, {
        headers: { cookie: `huiyin_session=${one.id}` },
        signal: stop.signal,
      });
      heard.set(one.id, '');
      const isOpen = answer.status === 200;
      expect([one.id, isOpen]).toEqual([one.id, one.relation !== 'complainant' && one.role !== 'admin']);
      const reading = (async () => {
        const decoder = new TextDecoder();
        for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>)
          heard.set(one.id, (heard.get(one.id) ?? '') + decoder.decode(chunk));
      })().catch(() => undefined);
      return { reading };
    }),
  );
  const near = listeners.filter(({ role, relation }) => role !== 'admin' && !['elsewhere', 'complainant', 'substituteOfAccused'].includes(relation)); // prettier-ignore
  const all = async (id: string, who: Somebody[]) => {
    for (let tries = 0; tries < 100 && !who.every((one) => heard.get(one.id)?.includes(id)); tries++)
      await new Promise((done) => setTimeout(done, 100));
    expect(who.filter((one) => !heard.get(one.id)?.includes(id)).map((one) => one.id)).toEqual([]);
  };
  // a stream is open a moment before it hears
  await new Promise((done) => setTimeout(done, 1_000));
  const supervisor = await house.as('supervisor');
  await supervisor.post(`/api/complaints/${stage.one.id}/comment`, { text: '核实中' });
  await all(await house.file({ text: '最后一件' }), near);
  await all(
    stage.one.id,
    listeners.filter((one) => allowed.includes(one)),
  );
  stop.abort();
  await Promise.all(listening.map(({ reading }) => reading));
  shown.add('stream');
  expect(denied.filter(({ id }) => tells(heard.get(id) ?? '').length > 0).map(({ id }) => id)).toEqual([]);
});

test('each channel has shown it to somebody', () => {
  const cannot = ['sheet', 'published', 'house'];
  expect(channels.filter((channel) => !shown.has(channel) && !cannot.includes(channel))).toEqual([]);
});
