import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Acts1795000001000 implements MigrationInterface {
  name = 'Acts1795000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acts (
        id uuid primary key,
        at timestamptz not null,
        user_id text not null,
        roles text[] not null,
        act text not null,
        about jsonb not null,
        digest text not null,
        entered_at timestamptz
      );
      create index acts_latest on acts (at desc, id desc);
      create index acts_user on acts (user_id, at desc, id desc);
      create index acts_waiting on acts (at) where entered_at is null;

      create function refuse_other_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (to_jsonb(new) - 'entered_at') = (to_jsonb(old) - 'entered_at') then return new; end if;
        raise exception '% rows are never changed', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;
      create trigger acts_stay before update or delete on acts for each row execute function refuse_other_change();
      create trigger acts_are_kept before truncate on acts for each statement execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table acts; drop function refuse_other_change();');
  }
}
