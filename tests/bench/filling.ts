/** Many complaints in the tables, made of a few that really happened: enough for what is read, not for workflows. */
import type { DataSource } from 'typeorm';

const projects = `(select array_agg(id order by id) from organisation where tier = 'project')`;

// the i-th copy of one of the templates: another id and number, another project, within the last two years
const copies = `
  select c.*, i, c.id || '-' || i as copy_id, 'HY-20240101-' || lpad(i::text, 6, '0') as copy_number,
    (${projects})[1 + i % cardinality(${projects})] as copy_project,
    c.arrived_at - make_interval(mins => i * 10) as copy_arrived
  from generate_series(1, $2::int) i
  join (select *, row_number() over (order by id) - 1 as place, count(*) over () as places
        from complaints where id = any ($1)) c on c.place = i % c.places`;

/** Fills up to about so many, or on from so many, and analyses; answers how many there are. */
export async function fill(
  dataSource: DataSource,
  templates: string[],
  wanted: number,
  { from = 0, events = false }: { from?: number; events?: boolean } = {},
): Promise<number> {
  const columns = await dataSource.query<{ name: string }[]>(
    `select column_name as name from information_schema.columns where table_name = 'complaints' order by ordinal_position`,
  );
  const changed: Record<string, string> = {
    id: 'copy_id',
    number: 'copy_number',
    project_id: 'copy_project',
    arrived_at: 'copy_arrived',
    recorded_at: 'copy_arrived',
    state: `state || jsonb_build_object('id', copy_id, 'number', copy_number, 'project', copy_project)`,
  };
  const names = columns.map(({ name }) => name);
  for (let done = from; done < wanted; done += step) {
    const some: [string[], number, number] = [templates, done, Math.min(step, wanted - done)];
    await fillSome(dataSource, names, changed, some);
    if (events) await fillEvents(dataSource, some);
  }
  for (const table of ['complaints', 'complaint_search', 'deadlines', 'events'])
    await dataSource.query(`vacuum analyze ${table}`);
  const [{ count } = { count: 0 }] = await dataSource.query<{ count: number }[]>(
    'select count(*)::int from complaints',
  );
  return count;
}

const step = 10_000;

async function fillSome(
  dataSource: DataSource,
  names: string[],
  changed: Record<string, string>,
  [templates, done, many]: [string[], number, number],
): Promise<void> {
  const some = copies.replace('generate_series(1, $2::int)', `generate_series(${done + 1}, $2::int)`);
  const values = [templates, done + many];
  await dataSource.query(
    `insert into complaints (${names.join(', ')}) select ${names.map((name) => changed[name] ?? name).join(', ')} from (${some}) copy`,
    values,
  );
  await dataSource.query(
    `insert into complaint_search (complaint_id, haystack, open_haystack, grams)
     select copy_id, s.haystack || ' ' || i || case when i % 100 = 0 then ' 漏水' else '' end,
       s.open_haystack || ' ' || i || case when i % 100 = 0 then ' 漏水' else '' end,
       s.grams || array['#' || i] || case when i % 100 = 0 then array['漏', '漏水', '水'] else array[]::text[] end
     from (${some}) copy join complaint_search s on s.complaint_id = copy.id`,
    values,
  );
  await dataSource.query(
    `insert into deadlines (complaint_id, clock, state, started_at, due, met_at, missed_at, data)
     select copy_id, d.clock, d.state, d.started_at, d.due, d.met_at, d.missed_at, d.data
     from (${some}) copy join deadlines d on d.complaint_id = copy.id`,
    values,
  );
}

async function fillEvents(dataSource: DataSource, [templates, done, many]: [string[], number, number]): Promise<void> {
  const some = copies.replace('generate_series(1, $2::int)', `generate_series(${done + 1}, $2::int)`);
  const columns = await dataSource.query<{ name: string }[]>(
    `select column_name as name from information_schema.columns where table_name = 'events' order by ordinal_position`,
  );
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => (name === 'complaint_id' ? 'copy_id' : `e.${name}`));
  await dataSource.query(
    `insert into events (${names.join(', ')}) select ${values.join(', ')} from (${some}) copy join events e on e.complaint_id = copy.id`,
    [templates, done + many],
  );
}
