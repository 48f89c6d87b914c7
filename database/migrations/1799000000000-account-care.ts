import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an e-mail address has proved to be the person's. */
export class AccountCare1799000000000 implements MigrationInterface {
  name = 'AccountCare1799000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table users add column email_verified_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table users drop column email_verified_at');
  }
}
