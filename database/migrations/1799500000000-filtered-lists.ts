import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is unread is looked up by its thread; acts of one kind are found without walking past all the others. */
export class FilteredLists1799500000000 implements MigrationInterface {
  name = 'FilteredLists1799500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index notices_unread;
      create index notices_unread on notices (recipient, coalesce(complaint_id, 'house')) where way = 'inbox' and read_at is null;
      create index acts_user_act on acts (user_id, act, at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index acts_user_act, notices_unread;
      create index notices_unread on notices (recipient) where way = 'inbox' and read_at is null;
    `);
  }
}
