import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DeadAddresses1799300000000 implements MigrationInterface {
  name = 'DeadAddresses1799300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice_addresses add death_told_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice_addresses drop column death_told_at');
  }
}
