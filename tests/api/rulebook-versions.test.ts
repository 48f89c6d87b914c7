/** Versions of rulebooks in the database: what was approved is kept, whoever asks. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source.js';
import { approvedDocument, rulebooksInForce, versionInForce } from '../../database/queries/rulebooks.js';
import { enterShipped, type ShippedRulebook } from '../../database/queries/shipped-rulebooks.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
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

const sql = (text: string, values: unknown[] = []) => dataSource.query<Record<string, unknown>[]>(text, values);
const kept = /approved and (never changes|is kept)/;
let n = 0;
/** The id of a rulebook of this test's own. */
let own: string;
beforeEach(() => {
  own = `T${++n}`;
});

const insertDraft = (version: number) =>
  sql(
    `insert into rulebook_versions (rulebook_id, version, text, document, state, origin, written_by, changed_by, why)
     values ($1, $2, 'x', '{"b": 1, "a": 2}', 'draft', 'written', 'admin', 'admin', 'because')`,
    [own, version],
  );
const approve = (version: number, from: string, by = 'hq') =>
  sql(
    `update rulebook_versions set state = 'approved', approved_by = $3, approved_at = now(), in_force_from = ${from}
     where rulebook_id = $1 and version = $2`,
    [own, version, by],
  );
const withdraw = (version: number) =>
  sql(
    `update rulebook_versions set state = 'withdrawn', withdrawn_by = 'hq', withdrawn_at = now(), withdrawn_why = 'no'
     where rulebook_id = $1 and version = $2`,
    [own, version],
  );
const shipped = (version: number, more: object = {}): ShippedRulebook => {
  const document = { rulebook: own, version, ...more } as unknown as RulebookDocument;
  return { text: JSON.stringify(document), document };
};

test('what ships is in force from the beginning, its entries in their order', async () => {
  const heads = await rulebooksInForce(dataSource);
  expect(heads.map(({ id }) => id)).toEqual([...library.rulebooks.keys()].sort());
  for (const [id, { document }] of library.rulebooks) {
    expect(JSON.stringify(await approvedDocument(dataSource, id, 1))).toBe(JSON.stringify(document));
    expect(await versionInForce(dataSource, id, Date.parse('2001-01-01'))).toBe(1);
  }
});

test('entering what ships twice, or by many at once, enters it once', async () => {
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => enterShipped(dataSource, [shipped(1)])));
  expect(outcomes.flat()).toEqual([{ id: own, version: 1, outcome: 'entered' }]);
  expect(await enterShipped(dataSource, [shipped(1)])).toEqual([]);
});

test('a shipped file that differs under its old number is told of and changes nothing', async () => {
  await enterShipped(dataSource, [shipped(1, { zone: 'a' })]);
  expect(await enterShipped(dataSource, [shipped(1, { zone: 'b' })])).toEqual([
    { id: own, version: 1, outcome: 'differs', latest: 1 },
  ]);
  expect(await approvedDocument(dataSource, own, 1)).toMatchObject({ zone: 'a' });
});

test('a shipped file of a higher version comes into force now, the past stays what it was', async () => {
  await enterShipped(dataSource, [shipped(1)]);
  const before = Date.now() - 1000;
  expect(await enterShipped(dataSource, [shipped(2)])).toMatchObject([{ version: 2, outcome: 'entered' }]);
  expect(await versionInForce(dataSource, own, before)).toBe(1);
  expect(await versionInForce(dataSource, own, Date.now() + 1000)).toBe(2);
  expect(await enterShipped(dataSource, [shipped(1, { zone: 'b' })])).toMatchObject([
    { outcome: 'differs', latest: 2 },
  ]);
});

test('a draft may be changed and thrown away', async () => {
  await insertDraft(1);
  await sql(`update rulebook_versions set text = 'y' where rulebook_id = $1`, [own]);
  await sql('delete from rulebook_versions where rulebook_id = $1', [own]);
  expect(await sql('select 1 from rulebook_versions where rulebook_id = $1', [own])).toEqual([]);
});

test.each([
  `text = 'z'`,
  `document = '{"a": 2, "b": 1}'`,
  `why = 'another'`,
  `approved_by = 'company'`,
  `approved_at = now() - interval '1 day'`,
  `in_force_from = in_force_from + interval '1 day'`,
  `state = 'draft', approved_by = null, approved_at = null, in_force_from = null`,
  `version = 9`,
  `written_by = 'reception'`,
  `state = 'withdrawn', withdrawn_by = 'hq', withdrawn_at = now(), withdrawn_why = 'no', text = 'z'`,
])('an approved version refuses: %s', async (change) => {
  await insertDraft(1);
  await approve(1, `now() + interval '1 day'`);
  await expect(sql(`update rulebook_versions set ${change} where rulebook_id = $1`, [own])).rejects.toThrow(kept);
});

test('an approved version is never deleted, nor all of them at once', async () => {
  await insertDraft(1);
  await approve(1, `now() + interval '1 day'`);
  await expect(sql('delete from rulebook_versions where rulebook_id = $1', [own])).rejects.toThrow(kept);
  await expect(sql('truncate rulebook_versions')).rejects.toThrow('are kept');
});

test('only what is not yet in force is withdrawn, and then for good', async () => {
  await insertDraft(1);
  await approve(1, 'now()');
  await expect(withdraw(1)).rejects.toThrow(kept);
  await insertDraft(2);
  await approve(2, `now() + interval '1 day'`);
  await withdraw(2);
  await expect(sql(`update rulebook_versions set state = 'approved' where rulebook_id = $1`, [own])).rejects.toThrow(
    kept,
  );
  await expect(sql('delete from rulebook_versions where rulebook_id = $1 and version = 2', [own])).rejects.toThrow(
    kept,
  );
  expect(await versionInForce(dataSource, own, Date.now() + 2 * 86_400_000)).toBe(1);
});

test('nothing comes into force in the past', async () => {
  await insertDraft(1);
  await approve(1, 'now()');
  await insertDraft(2);
  await expect(approve(2, `now() - interval '1 hour'`)).rejects.toThrow('in the past');
});

test('nobody approves what they wrote, whatever the program says', async () => {
  await insertDraft(1);
  await expect(approve(1, 'now()', 'admin')).rejects.toThrow('second_person');
});

test('before a rulebook of their own was in force its earliest version binds; before it is, none', async () => {
  await insertDraft(1);
  expect(await versionInForce(dataSource, own, Date.now())).toBeUndefined();
  await approve(1, 'now()');
  expect(await versionInForce(dataSource, own, Date.parse('2020-01-01'))).toBe(1);
});
