import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = `nullif(current_setting('huiyin.user', true), '')`;

/** Memberships and substitutions as rows that are only ever ended, and the versions of nodes, people and statistics bases. */
export class Organisation1797000000000 implements MigrationInterface {
  name = 'Organisation1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation add column closed_at timestamptz;
      create index organisation_name on organisation (name);
      alter table users add column must_change_password boolean not null default false;

      create table memberships (
        id text primary key default gen_random_uuid()::text,
        user_id text not null references users (id),
        node_id text not null references organisation (id),
        roles text[] not null check (cardinality(roles) > 0),
        valid_from timestamptz not null default now(),
        valid_to timestamptz check (valid_to >= valid_from),
        given_by text,
        ended_by text
      );
      create unique index memberships_unended on memberships (user_id, node_id) where valid_to is null;
      create index memberships_user on memberships (user_id);
      create index memberships_node on memberships (node_id);

      create table substitutions (
        id text primary key,
        absent_id text not null references users (id),
        substitute_id text not null references users (id) check (substitute_id <> absent_id),
        why text not null,
        valid_from timestamptz not null,
        valid_to timestamptz not null check (valid_to >= valid_from),
        given_by text not null,
        given_at timestamptz not null default now(),
        ended_by text
      );
      create index substitutions_absent on substitutions (absent_id);
      create index substitutions_substitute on substitutions (substitute_id);

      insert into memberships (user_id, node_id, roles, valid_from)
        select id, node_id, roles, created_at from users where cardinality(roles) > 0;
      alter table users drop column roles;

      -- who may do what now: as themselves, or for somebody for whom they stand in
      create view staff as
        select m.user_id, m.node_id, m.roles, null::text as stands_in_for from memberships m
        where m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
        union all
        select s.substitute_id, m.node_id, m.roles, s.absent_id from substitutions s
          join memberships m on m.user_id = s.absent_id join users a on a.id = s.absent_id and a.active
        where s.valid_from <= now() and s.valid_to > now()
          and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now());

      create table organisation_versions (
        node_id text not null,
        parent_id text,
        tier text not null,
        name text not null,
        rulebook_id text,
        closed boolean not null,
        valid_from timestamptz not null,
        valid_to timestamptz,
        changed_by text,
        primary key (node_id, valid_from)
      );
      create table user_versions (
        user_id text not null,
        username text not null,
        name text not null,
        active boolean not null,
        valid_from timestamptz not null,
        valid_to timestamptz,
        changed_by text,
        primary key (user_id, valid_from)
      );
      insert into organisation_versions (node_id, parent_id, tier, name, rulebook_id, closed, valid_from)
        select id, parent_id, tier, name, rulebook_id, false, '-infinity' from organisation;
      insert into user_versions (user_id, username, name, active, valid_from)
        select id, username, name, active, created_at from users;

      alter table project_bases drop constraint project_bases_pkey;
      alter table project_bases add column version integer not null default 1, add column kind text,
        add column entered_by text, add column entered_at timestamptz not null default now(),
        add constraint base_kind check (kind in ('residential', 'other')),
        add constraint base_month check (extract(day from month) = 1),
        add primary key (project_id, month, version);
    `);
    await runner.query(`
      create function version_node() returns trigger language plpgsql as $$
      declare at timestamptz := clock_timestamp();
      begin
        update organisation_versions set valid_to = at where node_id = new.id and valid_to is null;
        insert into organisation_versions values
          (new.id, new.parent_id, new.tier, new.name, new.rulebook_id, new.closed_at is not null, at, null, ${setting});
        return null;
      end $$;
      create trigger version_node after insert or update on organisation for each row execute function version_node();

      create function version_user() returns trigger language plpgsql as $$
      declare at timestamptz := clock_timestamp();
      begin
        if tg_op = 'UPDATE' and (new.username, new.name, new.active) = (old.username, old.name, old.active) then
          return null;
        end if;
        update user_versions set valid_to = at where user_id = new.id and valid_to is null;
        insert into user_versions values (new.id, new.username, new.name, new.active, at, null, ${setting});
        return null;
      end $$;
      create trigger version_user after insert or update on users for each row execute function version_user();

      -- what was, was: a row may only be ended, and not in the past
      create function only_end() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - 'valid_to' - 'ended_by' = to_jsonb(old) - 'valid_to' - 'ended_by'
          and new.valid_to is not null and (old.valid_to is null or old.valid_to > now())
          and new.valid_to >= least(now(), greatest(now(), old.valid_from)) then
          return new;
        end if;
        raise exception '% keeps what was: end the row and write another one', tg_table_name using errcode = 'restrict_violation';
      end $$;
      create trigger only_end_memberships before update or delete on memberships for each row execute function only_end();
      create trigger only_end_substitutions before update or delete on substitutions for each row execute function only_end();
      create trigger only_end_nodes before update or delete on organisation_versions for each row execute function only_end();
      create trigger only_end_users before update or delete on user_versions for each row execute function only_end();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view staff;
      alter table users add column roles text[];
      update users u set roles = coalesce((select m.roles from memberships m where m.user_id = u.id and m.node_id = u.node_id
        and m.valid_to is null), '{}');
      alter table users alter column roles set not null, drop column must_change_password;
      drop trigger version_user on users;
      drop trigger version_node on organisation;
      drop table substitutions, memberships, organisation_versions, user_versions;
      drop function version_user(); drop function version_node(); drop function only_end();
      drop index organisation_name;
      alter table organisation drop column closed_at;
      alter table project_bases drop constraint base_kind, drop constraint base_month, drop constraint project_bases_pkey;
      delete from project_bases b where exists (select from project_bases l
        where l.project_id = b.project_id and l.month = b.month and l.version > b.version);
      alter table project_bases drop column version, drop column kind, drop column entered_by, drop column entered_at,
        add primary key (project_id, month);
    `);
  }
}
