/** What the engine's files and the logs hold when everything has ended: nothing of what was complained of, or by whom. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { type Caller, callerOf } from '../../api/house.js';
import { type RunningHouse, startHouse } from '../../support/house.js';
import { found, writings } from '../canary.js';

const canary = '金丝雀二七一八二八';
const ascii = 'canary271828x';
/** What the tables refuse for a while: whatever is written with it fails. */
const stuck = 'stuck314159x';
const phone = '13927182818';
const control = 'plain161803x and no secret';
const secrets = [canary, ascii, stuck, phone];

let house: RunningHouse;
let parts: Record<string, { url?: string; port?: number }>;
beforeAll(async () => {
  house = await startHouse();
  parts = JSON.parse(await readFile(join(house.dataFolder, 'run', 'parts.json'), 'utf8')) as typeof parts;
});
afterAll(() => rm(house.dataFolder, { recursive: true, force: true }));

async function as(username: string): Promise<Caller> {
  const { headers } = await callerOf(house.url, {}).post('/api/session', { username, password: house.password });
  return callerOf(house.url, { cookie: headers.getSetCookie().map((one) => one.split(';')[0]).join('; ') }); // prettier-ignore
}

async function tables(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: parts['postgres']?.url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; !(await holds()); await pause(200)) {
    if (Date.now() > end) throw new Error(`it did not come about:\n${house.output()}`);
  }
}

const done = (answer: { status: number; body: unknown }) => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body as { id: string; sha256: string };
};

test('the words are found however they are written', () => {
  for (const word of secrets) {
    for (const around of ['', 'x', 'yz']) {
      const text = `${around}${word}${around}-and more of it`;
      const ways = [
        text,
        JSON.stringify(text),
        Buffer.from(text).toString('base64'),
        Buffer.from(text).toString('hex'),
      ];
      const escaped = [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
      for (const way of /^[ -~]*$/.test(word) ? ways : [...ways, escaped]) {
        expect([way, writings(word).some((one) => Buffer.from(way).includes(one))]).toEqual([way, true]);
      }
    }
  }
});

test('a complaint goes some of its way, and an activity of it fails with all that it was told', async () => {
  const connection = await Connection.connect({ address: `127.0.0.1:${parts['engine']?.port}` });
  const client = new Client({ connection, namespace: 'huiyin' });
  // nobody works on it: it stands there as it was asked for
  await client.workflow.start('control', { workflowId: 'control', taskQueue: 'nobody', args: [control] });

  const [reception, supervisor, handler] = [await as('reception'), await as('supervisor'), await as('handler')];
  const words = `${canary} ${ascii}`;
  const told = {
    project: 'cuihu',
    channel: 'phone',
    category: 'equipment',
    text: `${words}，回电 ${phone}`,
    remedySought: words,
    complainant: { name: words, phone, email: `${ascii}@example.com`, address: words, room: words },
  };
  const { id } = done(await reception.post('/api/complaints', told));
  const at = (path: string) => `/api/complaints/${id}/${path}`;
  const brought = done(await supervisor.send(`${at('files')}?name=${encodeURIComponent(`${words}.txt`)}`, words));
  done(await reception.post(at('attach'), { name: `${words}.txt`, mediaType: 'text/plain', sha256: brought.sha256 }));
  done(await supervisor.post(at('accept'), {}));
  done(await supervisor.post(at('dispatch'), { unit: 'engineering', handler: 'handler' }));
  done(await handler.post(at('takeOver'), {}));
  done(await reception.post(at('signals/followedUp'), { text: words }));
  const findings = { category: 'equipment', nature: 'facility', subNature: 'quality', valid: true, findings: words };
  done(await handler.post(at('recordFindings'), findings));
  const plan = { measures: words, owner: 'handler', finishBy: '2099-03-04T18:00:00+08:00' };
  done(await handler.post(at('propose'), plan));

  // as bad as a database can be: it says in full what it does not take
  await tables(`
    create function no_place() returns trigger language plpgsql as $$ begin
      if new.data::text like '%${stuck}%' then
        raise exception 'no place for %', new.data using detail = new.data::text, constraint = 'no_place';
      end if;
      return new;
    end $$;
    create trigger no_place before insert on events for each row execute function no_place();`);
  const key = { 'idempotency-key': 'stuck' };
  const comment = () => supervisor.post(at('comment'), { text: `${stuck} ${words}` }, key);
  // nor does the API get it into the tables
  expect((await reception.post('/api/complaints', { ...told, text: `${stuck} ${words}` })).status).toBe(500);
  expect((await comment()).status).toBe(503);
  await until(async () => {
    const { pendingActivities } = await client.workflowService.describeWorkflowExecution({
      namespace: 'huiyin',
      execution: { workflowId: id },
    });
    return pendingActivities.some(({ attempt, lastFailure }) => Number(attempt) > 2 && lastFailure);
  });
  await connection.close();
  await tables('drop trigger no_place on events');
  await until(async () => (await comment()).status === 200);
  const { body } = await (await as('supervisor')).get(`/api/complaints/${id}`);
  expect(JSON.stringify(body)).toContain(canary);
});

test('nothing of it is in the files of the engine or in any log', async () => {
  await house.stop({ keepData: true });
  const [engine, logs] = [join(house.dataFolder, 'engine'), join(house.dataFolder, 'logs')];
  // what is not encrypted would be found
  expect(await found([control], engine)).not.toEqual([]);
  for (const name of ['api', 'worker']) expect(await found(['no_place'], join(logs, `${name}.log`))).not.toEqual([]);
  expect(await found([canary], join(house.dataFolder, 'postgres'))).not.toEqual([]);

  const ours = ['api', 'worker', 'engine', 'migrate'].map((name) => join(logs, `${name}.log`));
  expect(await found(secrets, engine, ...ours, join(house.dataFolder, 'run'))).toEqual([]);
  expect(secrets.filter((word) => house.output().includes(word))).toEqual([]);
});
