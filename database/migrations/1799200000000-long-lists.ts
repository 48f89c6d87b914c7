import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A page of a long list is found by walking an index, not by looking at all of it. */
export class LongLists1799200000000 implements MigrationInterface {
  name = 'LongLists1799200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index users_by_name on users (name, id);
      -- the latest first, and whether one is the latest of its thread
      create index notices_latest on notices (recipient, id) where way = 'inbox';
      create index notices_threads on notices (recipient, coalesce(complaint_id, 'house'), id) where way = 'inbox';
      drop index notices_inbox;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index notices_inbox on notices (recipient, complaint_id, id) where way = 'inbox';
      drop index notices_threads, notices_latest, users_by_name;
    `);
  }
}
