import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of the outbox could not be taken, and when it is tried again. */
export class Sorter1790100000000 implements MigrationInterface {
  name = 'Sorter1790100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox add column failures integer not null default 0, add column problem text,
        add column retry_at timestamptz;
      create index outbox_failed on outbox (complaint_id, id) where taken_at is null and retry_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox drop column failures, drop column problem, drop column retry_at');
  }
}
