/** Live answers against the committed OpenAPI document. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { documentPath, documentText } from '../../api/openapi/document.js';
import { commandNames } from '../../domain/complaint/commands/index.js';
import { ordinaryWay } from '../support/ordinary-way.js';
import { type Answer, intake, openHouse, type TestHouse } from './house.js';

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const document = JSON.parse(readFileSync(new URL(`../../${documentPath}`, import.meta.url), 'utf8')) as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: 'huiyin', ...document });

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Fails unless the document foresees this answer of this route. */
function conforms(method: string, path: string, { status, body, headers }: Answer): void {
  const operation = document.paths[path]?.[method];
  if (!operation) throw new Error(`${method} ${path} is not in the document`);
  const response = operation.responses[status];
  if (!response) throw new Error(`${method} ${path} answers ${status}, which the document does not foresee`);
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!response.content) return expect([path, body]).toEqual([path, '']);
  const schema = response.content[type]?.schema;
  if (!schema) throw new Error(`${method} ${path} answers with ${type}`);
  if (!type.includes('json')) return;
  const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"huiyin#/')) as object;
  const validate = ajv.compile(rooted);
  const ok = validate(body);
  expect({ path, status, errors: ok ? [] : validate.errors, body: ok ? undefined : body }).toEqual({
    path,
    status,
    errors: [],
    body: undefined,
  });
}

test('the document is up to date', async () => {
  expect(document).toEqual(JSON.parse(await documentText()));
  expect((await house.nobody.get('/api/openapi.json')).body).toEqual(document);
  expect(document.openapi).toBe('3.1.0');
});

test('every command has its operation and its input', () => {
  for (const name of commandNames) {
    expect(document.paths[`/api/complaints/{id}/${name}`]?.['post']?.operationId).toBe(name);
    expect(document.components.schemas).toHaveProperty(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
  }
});

test('operation ids are unique, and every reference leads somewhere', () => {
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  for (const name of new Set(refs)) expect(Object.keys(document.components.schemas)).toContain(name);
});

test('a complaint through its life, as the document says', async () => {
  const reception = await house.as('reception');
  const filed = await reception.post('/api/complaints', {
    ...intake,
    people: 3,
    remedySought: '尽快修好',
    facts: { safety: true },
  });
  conforms('post', '/api/complaints', filed);
  const id = (filed.body as { id: string }).id;
  const paths = ['', '/events', '/deadlines', '/deadlines/reply'];
  const readAll = async (user: string) => {
    for (const path of paths) {
      conforms(
        'get',
        `/api/complaints/{id}${path.replace('/reply', '/{clock}')}`,
        await (await house.as(user)).get(`/api/complaints/${id}${path}`),
      );
    }
  };
  for (const [command, role, input] of ordinaryWay) {
    const answer = await (await house.as(role)).post(`/api/complaints/${id}/${command}`, input ?? {});
    expect(answer.status).toBe(200);
    conforms('post', `/api/complaints/{id}/${command}`, answer);
    await readAll(role);
    conforms('get', '/api/tasks', await (await house.as(role)).get('/api/tasks'));
  }
  conforms('get', '/api/complaints', await reception.get('/api/complaints'));
  const auditor = await house.as('auditor');
  conforms('get', '/api/complaints/{id}/history', await auditor.get(`/api/complaints/${id}/history`));
  conforms('get', '/api/complaints/{id}/archive', await auditor.get(`/api/complaints/${id}/archive`));
});

test('problems, as the document says', async () => {
  const supervisor = await house.as('supervisor');
  const id = await house.file();
  conforms('get', '/api/complaints', await house.nobody.get('/api/complaints'));
  conforms('get', '/api/complaints', await (await house.as('admin')).get('/api/complaints'));
  conforms('get', '/api/complaints', await supervisor.get('/api/complaints?limit=x'));
  conforms('post', '/api/complaints', await supervisor.post('/api/complaints', {}));
  conforms('get', '/api/complaints/{id}', await supervisor.get('/api/complaints/nothing'));
  conforms(
    'post',
    '/api/complaints/{id}/verify',
    await supervisor.post(`/api/complaints/${id}/verify`, { passed: true }),
  );
  conforms('post', '/api/complaints/{id}/comment', await supervisor.post(`/api/complaints/${id}/comment`, {}));
  conforms(
    'post',
    '/api/complaints/{id}/accept',
    await supervisor.post(`/api/complaints/${id}/accept`, {}, { 'if-match': '"1"' }),
  );
  conforms('post', '/api/session', await house.nobody.post('/api/session', { username: 'x', password: 'y' }));
  conforms('post', '/api/rehearsals', await supervisor.post('/api/rehearsals', { yaml: 'storyline: x' }));
  conforms(
    'post',
    '/api/complaints/{id}/signals/urged',
    await supervisor.post(`/api/complaints/${id}/signals/urged`, {}),
  );
});

test('everything else, as the document says', async () => {
  const supervisor = await house.as('supervisor');
  await house.file();
  for (const path of [
    'session',
    'projects',
    'users',
    'commands',
    'rulebooks',
    'tokens',
    'statistics/overview',
    'health/live',
    'health/ready',
  ]) {
    conforms('get', `/api/${path}`, await supervisor.get(`/api/${path}`));
  }
  const { items } = (await supervisor.get('/api/rulebooks')).body as { items: { id: string; version: number }[] };
  for (const { id, version } of items) {
    conforms('get', '/api/rulebooks/{id}', await supervisor.get(`/api/rulebooks/${id}`));
    conforms('get', '/api/rulebooks/{id}/storylines', await supervisor.get(`/api/rulebooks/${id}/storylines`));
    conforms(
      'get',
      '/api/rulebooks/{id}/versions/{version}',
      await supervisor.get(`/api/rulebooks/${id}/versions/${version}`),
    );
  }
  for (const year of [2024, 2026, 2035])
    conforms('get', '/api/calendars/{year}', await supervisor.get(`/api/calendars/${year}`));
  const yaml =
    'storyline: x\nrulebook: WY\nreceive: {at: 2026-09-30T16:00:00+08:00, channel: phone, text: a}\nsteps: [{at: 2026-10-01T00:00:00+08:00, expect: {status: closed, events: [{type: Closed}]}}]';
  conforms('post', '/api/rehearsals', await supervisor.post('/api/rehearsals', { yaml }));
  const granted = await supervisor.post('/api/tokens', { name: 'x' });
  conforms('post', '/api/tokens', granted);
  conforms('get', '/api/tokens', await supervisor.get('/api/tokens'));
  conforms('delete', '/api/tokens/{id}', await supervisor.delete(`/api/tokens/${(granted.body as { id: string }).id}`));
  conforms(
    'post',
    '/api/session',
    await house.nobody.post('/api/session', { username: 'handler', password: 'an-echo-for-every-test' }),
  );
  conforms('delete', '/api/session', await house.nobody.delete('/api/session'));
});

test('versions of rulebooks answer what the document says', async () => {
  const [admin, hq] = await Promise.all([house.as('admin'), house.as('hq')]);
  const versions = '/api/rulebooks/{id}/versions';
  const one = `${versions}/{version}`;
  const asRead = { 'if-match': '"1"' };
  const complaint = await house.file({ channel: 'letter' });
  const draft = await admin.post('/api/rulebooks/WY/versions', { why: 'x' });
  const text = (draft.body as { text: string }).text.replaceAll('within: 2 working', 'within: 5 working');
  conforms('post', versions, draft);
  conforms('post', '/api/rulebooks/check', await admin.post('/api/rulebooks/check', { text }));
  conforms('post', '/api/rulebooks/check', await admin.post('/api/rulebooks/check', { text: 'rulebook: WY' }));
  conforms('post', '/api/rulebooks', await admin.post('/api/rulebooks', { text, why: 'x' }));
  conforms('put', one, await admin.put('/api/rulebooks/WY/versions/2', { text, why: 'y' }, asRead));
  conforms('put', one, await admin.put('/api/rulebooks/WY/versions/2', { text, why: 'y' }, asRead));
  conforms('get', `${one}/differences`, await hq.get('/api/rulebooks/WY/versions/2/differences'));
  const later = await admin.post('/api/rulebooks/WY/versions', { text: 'x: [', why: 'x' });
  conforms('get', one, await hq.get('/api/rulebooks/WY/versions/3'));
  conforms('post', `${one}/approve`, await hq.post('/api/rulebooks/WY/versions/3/approve', {}, asRead));
  expect(later.status).toBe(201);
  conforms('delete', one, await admin.delete('/api/rulebooks/WY/versions/3'));
  const approved = await hq.post('/api/rulebooks/WY/versions/2/approve', {}, { 'if-match': '"2"' });
  conforms('post', `${one}/approve`, approved);
  conforms('post', `${one}/withdraw`, await hq.post('/api/rulebooks/WY/versions/2/withdraw', { reason: 'x' }));
  conforms('get', versions, await hq.get('/api/rulebooks/WY/versions'));
  const preview = await hq.post('/api/rulebooks/WY/versions/2/move-preview', { ids: [complaint] });
  expect(preview.body).toMatchObject({ total: 1, items: [{ clocks: [{ clock: 'reply', change: 'moved' }] }] });
  conforms('post', `${one}/move-preview`, preview);
  conforms('post', `${one}/moves`, await hq.post('/api/rulebooks/WY/versions/2/moves', { ids: [], reason: 'x' }));
});

test('rehearsals ahead, kept storylines and back-tests answer what the document says', async () => {
  const hq = await house.as('hq');
  const id = await house.file();
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  conforms('post', '/api/complaints/{id}/rehearsal', await hq.post(`/api/complaints/${id}/rehearsal`, { until }));
  conforms('post', '/api/complaints/{id}/rehearsal', await hq.post(`/api/complaints/${id}/rehearsal`, {}));
  const yaml = `storyline: x\nrulebook: WY\nreceive: {at: 2026-03-02T10:00:00+08:00, channel: phone, text: x}\nsteps: []\n`;
  const kept = await hq.post('/api/storylines', { name: 'x', yaml });
  const own = `/api/storylines/${(kept.body as { id: string }).id}`;
  conforms('post', '/api/storylines', kept);
  conforms('get', '/api/storylines', await hq.get('/api/storylines'));
  conforms('get', '/api/storylines/{id}', await hq.get(own));
  conforms('put', '/api/storylines/{id}', await hq.put(own, { name: 'y', yaml, shared: true }));
  conforms('delete', '/api/storylines/{id}', await hq.delete(own));
  conforms('get', '/api/rulebooks/{id}/process', await hq.get('/api/rulebooks/WY/process'));
  const backtests = '/api/rulebooks/{id}/versions/{version}/backtests';
  const started = await hq.post('/api/rulebooks/WY/versions/1/backtests', { of: 'library' });
  const backtest = `/api/backtests/${(started.body as { id: string }).id}`;
  conforms('post', backtests, started);
  conforms('get', backtests, await hq.get('/api/rulebooks/WY/versions/1/backtests'));
  conforms('get', '/api/backtests/{id}', await hq.get(backtest));
  conforms('get', '/api/backtests/{id}/comparisons', await hq.get(`${backtest}/comparisons`));
  conforms('post', '/api/backtests/{id}/cancel', await hq.post(`${backtest}/cancel`));
});
