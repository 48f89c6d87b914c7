import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Proof1795000000000 implements MigrationInterface {
  name = 'Proof1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table complaints add column head text;
      alter table events add column digest text, add column hash text;

      -- a complaint's own key, wrapped by a master key; without it nothing of the complaint can be read in the engine
      create table complaint_keys (
        complaint_id text primary key,
        master text not null,
        wrapped bytea,
        created_at timestamptz not null default now(),
        destroyed_at timestamptz,
        destroyed_by text,
        destroyed_because text,
        check ((wrapped is null) = (destroyed_at is not null))
      );
      create index complaint_keys_master on complaint_keys (master) where wrapped is not null;

      -- all events and all that is done beside complaints, in one row after the other
      create table chronicle (
        position bigint primary key,
        kind text not null,
        ref text not null,
        seq integer not null,
        hash text not null,
        chain text not null,
        at timestamptz not null default now()
      );
      create index chronicle_ref on chronicle (ref, seq, position);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% rows are never changed', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;
      create trigger chronicle_stays before update or delete on chronicle for each row execute function refuse_change();
      create trigger chronicle_is_kept before truncate on chronicle for each statement execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table chronicle, complaint_keys;
      drop function refuse_change();
      alter table events drop column digest, drop column hash;
      alter table complaints drop column head;
    `);
  }
}
