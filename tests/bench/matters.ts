/** Finding what a new complaint may be the same matter as, among 10,000 of one project within a month. */
import type { DataSource } from 'typeorm';
import { alikeTo } from '../../database/matters/match.js';
import type { Account } from '../../domain/matter/features.js';
import { grams, folded } from '../../database/grams.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../cli/paths.js';
import { file, type Scene } from './scene.js';
import { type Row, spread } from './table.js';

const many = 10_000;

export async function benchMatters(scene: Scene, rounds: number): Promise<Row[]> {
  const { dataSource, project } = scene;
  const template = await file(scene, 1);
  const texts = ['tuning', 'measuring'].flatMap(textsOf);
  await fillMonth(dataSource, template, project, texts);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = texts[(round * 37) % texts.length] ?? '';
    const account: Account = { id: 'new', project, text, arrivedAt: Date.now(), complainant: [] };
    const from = performance.now();
    await alikeTo(dataSource, account);
    times.push(performance.now() - from);
  }
  times.sort((x, y) => x - y);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return [
    { what: `what is alike, among ${many} of one project and month, p50`, ours: spread([at(0.5)], ' ms') },
    { what: `what is alike, among ${many} of one project and month, p99`, ours: spread([at(0.99)], ' ms') },
  ];
}

/** What people write, from the labelled pairs. */
function textsOf(half: string): string[] {
  const lines = readFileSync(join(projectFolder, 'tests', 'likeness', `${half}.txt`), 'utf8').split('\n');
  return lines
    .filter((line) => /^(same|other) /.test(line))
    .flatMap((line) => line.replace(/^\w+ \w+: /, '').split(' // '))
    .map((side) =>
      side
        .replace(/^\S+ /, '')
        .replace(/@\S+ ?| \+\d+$/g, '')
        .trim(),
    );
}

/** Copies of one complaint with the texts of the labelled pairs, in other buildings. */
async function fillMonth(dataSource: DataSource, template: string, project: string, texts: string[]): Promise<void> {
  const rows = Array.from({ length: many }, (_, i) => {
    const text = (texts[i % texts.length] ?? '').replace(/^\d+(?=[栋号])/, String(1 + (i % 90)));
    const haystack = folded(text);
    return { i, text, haystack, grams: grams(haystack) };
  });
  const columns = await dataSource.query<{ name: string }[]>(
    `select column_name as name from information_schema.columns where table_name = 'complaints' order by ordinal_position`,
  );
  const changed: Record<string, string> = {
    id: `c.id || '-m' || n.i`,
    number: `'HY-20000101-' || lpad(n.i::text, 6, '0')`,
    project_id: '$3',
    arrived_at: `now() - make_interval(mins => n.i * 4)`,
    state: `c.state || jsonb_build_object('text', n.text, 'number', 'HY-20000101-' || n.i)`,
  };
  const list = columns.map(({ name }) => name);
  await dataSource.query(
    `insert into complaints (${list.join(', ')})
     select ${list.map((name) => changed[name] ?? `c.${name}`).join(', ')}
     from jsonb_to_recordset($2::jsonb) n (i int, text text) cross join complaints c where c.id = $1`,
    [template, JSON.stringify(rows), project],
  );
  await dataSource.query(
    `insert into complaint_search (complaint_id, haystack, grams)
     select $1 || '-m' || n.i, n.haystack, n.grams
     from jsonb_to_recordset($2::jsonb) n (i int, haystack text, grams text[])`,
    [template, JSON.stringify(rows)],
  );
  for (const table of ['complaints', 'complaint_search']) await dataSource.query(`vacuum analyze ${table}`);
}
