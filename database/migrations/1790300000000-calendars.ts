import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years of calendars and the nodes' own calendars, as versions that never change, whoever asks. */
export class Calendars1790300000000 implements MigrationInterface {
  name = 'Calendars1790300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- rises with every change: whoever has seen it knows all there is
      create sequence calendar_stamps;

      create table calendar_years (
        calendar_id text not null,
        year integer not null check (year between 1900 and 2199),
        version integer not null check (version > 0),
        stamp integer not null unique default nextval('calendar_stamps'),
        off jsonb not null,
        work jsonb not null,
        origin text not null check (origin in ('shipped', 'published')),
        why text not null,
        published_by text check (origin = 'shipped' or published_by is not null),
        published_at timestamptz not null default now(),
        batch_id text unique,
        primary key (calendar_id, year, version)
      );

      create table node_calendars (
        node_id text not null references organisation (id),
        version integer not null check (version > 0),
        stamp integer not null unique default nextval('calendar_stamps'),
        in_force_from date not null,
        inherits boolean not null,
        opens text,
        closes text,
        off jsonb not null,
        why text not null,
        changed_by text not null,
        changed_at timestamptz not null default now(),
        batch_id text unique,
        primary key (node_id, version),
        check ((opens is null) = (closes is null) and (opens is null or opens < closes))
      );
    `);
    await runner.query(`
      create function keep_calendar() returns trigger language plpgsql as $$
      begin
        raise exception '% keeps its versions: publish another one', tg_table_name using errcode = 'restrict_violation';
      end $$;
    `);
    for (const table of ['calendar_years', 'node_calendars']) {
      await runner.query(`
        create trigger keep_${table} before update or delete or truncate on ${table}
          for each statement execute function keep_calendar();
        alter table ${table} enable always trigger keep_${table};
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table node_calendars, calendar_years; drop function keep_calendar(); drop sequence calendar_stamps;',
    );
  }
}
