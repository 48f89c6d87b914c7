import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Papers1791000000000 implements MigrationInterface {
  name = 'Papers1791000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- scope: the complaint or node that it is about; revision: 0, and one more for each correction
      create table papers (
        id text primary key,
        kind text not null,
        family text not null,
        scope text not null,
        period text not null,
        revision integer not null default 0,
        node_id text not null,
        complaint_id text,
        state text not null,
        number text,
        series text not null,
        year integer,
        n integer,
        cut_off timestamptz not null,
        due timestamptz not null,
        drafted_at timestamptz not null default now(),
        issued_at timestamptz,
        late boolean not null default false,
        public boolean not null,
        corrects_id text references papers (id),
        head jsonb not null,
        content jsonb not null,
        parts jsonb not null,
        missing jsonb,
        signed jsonb not null default '{}',
        version integer not null default 1,
        followed_at timestamptz,
        unique (kind, scope, period, revision),
        unique (series, node_id, year, n)
      );
      create index papers_latest on papers (family, due desc, id desc);
      create index papers_node on papers (node_id, family, due desc, id desc);
      create index papers_complaint on papers (complaint_id) where complaint_id is not null;
      create index papers_unfollowed on papers (drafted_at) where followed_at is null;
      create unique index papers_corrects on papers (corrects_id) where corrects_id is not null;

      create table paper_numbers (
        series text not null,
        node_id text not null,
        year integer not null,
        last integer not null,
        primary key (series, node_id, year)
      );

      create table paper_steps (
        id bigint generated always as identity primary key,
        paper_id text not null references papers (id),
        at timestamptz not null,
        step text not null,
        user_id text,
        note text
      );
      create index paper_steps_paper on paper_steps (paper_id, id);

      create table receipts (
        paper_id text not null references papers (id),
        user_id text not null,
        name text not null,
        node_name text not null,
        opened_at timestamptz not null,
        acknowledged_at timestamptz,
        primary key (paper_id, user_id)
      );

      -- what complaint rates are reckoned over, by the first day of the month
      create table project_bases (
        project_id text not null,
        month date not null,
        households integer,
        floor_area numeric,
        primary key (project_id, month)
      );

      create function keep_issued_papers() returns trigger language plpgsql as $$
      begin
        if old.issued_at is null then
          return case tg_op when 'DELETE' then old else new end;
        end if;
        if tg_op = 'DELETE' then
          raise exception 'paper % is issued: it stays', old.number using errcode = 'restrict_violation';
        end if;
        -- who confirmed it comes afterwards
        if row(new.*) is distinct from row(old.*) and
          (to_jsonb(new) - array['signed', 'version', 'followed_at'] <> to_jsonb(old) - array['signed', 'version', 'followed_at']
            or new.signed - 'confirmed' <> old.signed - 'confirmed'
            or old.signed ? 'confirmed' and new.signed -> 'confirmed' is distinct from old.signed -> 'confirmed') then
          raise exception 'paper % is issued: correct it by another one', old.number using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger papers_issued before update or delete on papers
        for each row execute function keep_issued_papers();

      create function keep_paper_steps() returns trigger language plpgsql as $$
      begin
        raise exception 'what was done with a paper stays recorded' using errcode = 'restrict_violation';
      end $$;
      create trigger paper_steps_kept before update or delete on paper_steps
        for each row execute function keep_paper_steps();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table project_bases, receipts, paper_steps, paper_numbers, papers;
      drop function keep_issued_papers(), keep_paper_steps();
    `);
  }
}
