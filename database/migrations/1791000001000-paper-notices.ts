import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PaperNotices1791000001000 implements MigrationInterface {
  name = 'PaperNotices1791000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table paper_steps add column told_at timestamptz;
      create index paper_steps_untold on paper_steps (id) where told_at is null;
      create or replace function keep_paper_steps() returns trigger language plpgsql as $$
      begin
        -- only that people were told of it is noted later
        if tg_op = 'UPDATE' and to_jsonb(new) - 'told_at' = to_jsonb(old) - 'told_at' and old.told_at is null then
          return new;
        end if;
        raise exception 'what was done with a paper stays recorded' using errcode = 'restrict_violation';
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function keep_paper_steps() returns trigger language plpgsql as $$
      begin
        raise exception 'what was done with a paper stays recorded' using errcode = 'restrict_violation';
      end $$;
      alter table paper_steps drop column told_at;
    `);
  }
}
