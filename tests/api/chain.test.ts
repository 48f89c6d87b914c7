/** The chain of hashes over a complaint's events: reckoned in SQL as it is here, and every alteration shows. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source.js';
import { project } from '../../database/project.js';
import { digestOf, hashOf } from '../../database/seal.js';
import { calendarFor } from '../../documents/library.js';
import type { Context } from '../../domain/complaint/context.js';
import { handle } from '../../domain/complaint/decide.js';
import { file } from '../../domain/complaint/file.js';
import type { Recorded } from '../../domain/complaint/record.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { library } from './house.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const rulebook = library.rulebooks.get('WY')?.rulebook;
if (!rulebook) throw new Error('no WY');
const context = (): Context => ({ rulebook, calendar: calendarFor(library, rulebook), now: Date.now() });
const salt = Buffer.from('of this complaint alone');

function filed(): Recorded {
  const id = randomUUID();
  const complainant = { name: '周女士', phone: '13800000001' };
  const about = { number: `N-${id}`, project: 'p', text: '电梯\u0000停运 <b>𠮷</b>', complainant };
  return file(
    { id, channel: 'phone', receivedBy: 'project', ...about },
    { user: 'reception', role: 'reception' },
    context(),
  );
}

function then({ complaint }: Recorded, command: string): Recorded {
  const person = { user: 'supervisor', roles: ['supervisor' as const] };
  const next = handle(complaint, { command, input: {}, person }, context());
  if (isRefusal(next)) throw new Error(next.detail);
  return next;
}

interface Row {
  seq: number;
  digest: string;
  hash: string;
  data: object;
}

async function chainOf(id: string): Promise<{ rows: Row[]; head: string }> {
  const rows = await dataSource.query<Row[]>(
    'select seq, digest, hash, data from events where complaint_id = $1 order by seq',
    [id],
  );
  const [row] = await dataSource.query<{ head: string }[]>('select head from complaints where id = $1', [id]);
  return { rows, head: row?.head ?? '' };
}

/** The first place at which the chain does not hold. */
function brokenAt(rows: Row[]): number | undefined {
  let before = '';
  for (const { seq, digest, hash, data } of rows) {
    if (digestOf(data, salt) !== digest || hashOf(before, seq, digest) !== hash) return seq;
    before = hash;
  }
  return undefined;
}

test('a chain goes on from projection to projection, and the head is its last hash', async () => {
  const first = filed();
  const second = then(first, 'accept');
  await project(dataSource, { ...first, deadlines: [], fence: [0, 0, 1], salt });
  await project(dataSource, { ...second, deadlines: [], fence: [0, 0, 2], salt });
  const { rows, head } = await chainOf(first.complaint.id);
  expect(rows).toHaveLength(first.events.length + second.events.length);
  expect(brokenAt(rows)).toBeUndefined();
  expect(head).toBe(rows.at(-1)?.hash);
});

test('the same again, and a later account of the same, leave a chain that holds', async () => {
  const first = filed();
  const told = then(first, 'accept');
  const truly = then(first, 'acknowledge');
  for (const [n, one] of [first, first, told, told, truly, truly].entries()) {
    await project(dataSource, { ...one, deadlines: [], fence: [0, 0, n], salt });
  }
  const { rows, head } = await chainOf(first.complaint.id);
  expect(rows.map(({ data }) => (data as { type: string }).type)).toContain('Acknowledged');
  expect(brokenAt(rows)).toBeUndefined();
  expect(head).toBe(rows.at(-1)?.hash);
});

test('an event that was altered no longer fits its digest, nor a digest its hash', async () => {
  const first = filed();
  await project(dataSource, { ...first, deadlines: [], fence: [0, 0, 1], salt });
  const { id } = first.complaint;
  await dataSource.query(
    `update events set data = jsonb_set(data, '{text}', '"空调"') where complaint_id = $1 and seq = 1`,
    [id],
  );
  const { rows } = await chainOf(id);
  expect(brokenAt(rows)).toBe(1);
  const [altered] = rows;
  if (!altered) throw new Error('no rows');
  expect(brokenAt([{ ...altered, digest: digestOf(altered.data, salt) }, ...rows.slice(1)])).toBe(1);
});
