/** So many rows in every list that people scroll: complaints that are open, one in ten major and one in ten hot. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { projectFolder } from '../../cli/paths.js';
import { project } from '../../database/project.js';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { handle } from '../../domain/complaint/decide.js';
import { deadlinesOf } from '../../domain/complaint/deadlines.js';
import { file } from '../../domain/complaint/file.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { keepPaper } from '../support/papers/keep.js';
import { weeklyPaper } from '../support/papers/weekly.js';
import { fill } from './filling.js';

type Step = [user: Role, command: string, input?: Record<string, unknown>];

const way: Step[] = [
  ['supervisor', 'accept'],
  ['supervisor', 'dispatch', { unit: 'engineering', handler: 'handler' }],
  ['handler', 'takeOver'],
  ['handler', 'recordFindings', { category: 'equipment', nature: 'facility', valid: true, findings: '门机磨损' }],
  ['handler', 'propose', { measures: '更换门机', owner: 'handler', finishBy: '2030-01-01T10:00:00+08:00' }],
];
const kinds: [given: object, steps: number][] = [
  [{}, 0], [{}, 1], [{}, 2], [{}, 3], [{}, 4], [{}, 5], [{}, 5], [{}, 2], [{ people: 12 }, 5], [{ people: 4 }, 2],
]; // prettier-ignore

export async function fillLists(dataSource: DataSource, rows: number): Promise<void> {
  const templates: string[] = [];
  for (const [given, steps] of kinds) templates.push(await keepOne(dataSource, given, way.slice(0, steps)));
  // a supervisor of the whole group, for whom all of them wait
  await dataSource.query(
    `insert into memberships (user_id, node_id, roles) values ('supervisor', 'anju', '{supervisor}')`,
  );
  await fill(dataSource, templates, rows - templates.length, { events: true });
  await dataSource.query(
    `insert into notices (key, complaint_id, seq, mark, kind, way, recipient, state, not_before, read_at)
     select c.id, c.id, 1, '', 'work', 'inbox', 'hq', 'sent', now(), case when right(c.number, 1) = '0' then null else now() end
     from complaints c order by c.arrived_at`,
  );
  await dataSource.query(
    `insert into users (id, username, name, node_id) select 'p' || i, 'p' || i, '员工' || i,
       (array['cuihu', 'jinxiu', 'binjiang', 'xinghai', 'nanshan'])[1 + i % 5] from generate_series(1, $1::int) i`,
    [rows],
  );
  await dataSource.query(
    `insert into memberships (user_id, node_id, roles) select id, node_id, '{handler}' from users where id ~ '^p\\d'`,
  );
  await dataSource.query(
    `insert into acts (id, at, user_id, roles, act, about, digest)
     select gen_random_uuid(), now() - make_interval(mins => i), 'company', '{company}',
       case when i % ($1 / 2) = 0 then 'exportSheet' else 'getHistory' end, jsonb_build_object('id', 'x' || i), '' from generate_series(1, $1::int) i`,
    [rows],
  );
  await fillPapers(dataSource, rows);
  await dataSource.query('vacuum analyze');
}

async function fillPapers(dataSource: DataSource, rows: number): Promise<void> {
  await keepPaper(dataSource, weeklyPaper);
  const columns = await dataSource.query<{ name: string }[]>(
    `select column_name as name from information_schema.columns where table_name = 'papers' order by ordinal_position`,
  );
  const changed: Record<string, string> = {
    id: `p.id || '-' || i`,
    period: `p.period || '-' || i`,
    n: 'i + 1000',
    number: `p.number || '-' || i`,
    due: 'p.due - make_interval(hours => i)',
  };
  const names = columns.map(({ name }) => name);
  await dataSource.query(
    `insert into papers (${names.join(', ')}) select ${names.map((name) => changed[name] ?? `p.${name}`).join(', ')}
     from papers p cross join generate_series(1, $1::int) i where p.id = $2`,
    [rows - 1, weeklyPaper.id],
  );
}

const library = readLibrary(join(projectFolder, 'rulebooks'));

/** Files one, takes it as far as it goes, and projects it; answers its id. */
async function keepOne(dataSource: DataSource, given: object, steps: Step[]): Promise<string> {
  const rulebook = library.rulebooks.get('WY')?.rulebook;
  if (!rulebook) throw new Error('no rulebook');
  const context = { rulebook, calendar: calendarFor(library, rulebook), now: Date.now() };
  const id = randomUUID();
  const intake = {
    ...{
      id,
      number: `L-${id.slice(0, 8)}`,
      project: 'cuihu',
      channel: 'phone' as const,
      receivedBy: 'project' as const,
    },
    ...{ text: '3 号楼 2 单元电梯连续两周反复停运。', complainant: { name: '周女士', phone: '13800000001' }, ...given },
  };
  let recorded = file(intake, { user: 'reception', role: 'reception' }, context);
  const events = [...recorded.events];
  for (const [user, command, input = {}] of steps) {
    const next = handle(recorded.complaint, { command, input, person: { user, roles: [user] } }, context);
    if (isRefusal(next)) throw new Error(`${command}: ${next.detail}`);
    recorded = next;
    events.push(...next.events);
  }
  const { complaint } = recorded;
  await project(dataSource, {
    complaint,
    events,
    deadlines: deadlinesOf(complaint, context),
    fence: [0, 0, complaint.seq],
  });
  return id;
}
