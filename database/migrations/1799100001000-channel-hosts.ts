import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChannelHosts1799100001000 implements MigrationInterface {
  name = 'ChannelHosts1799100001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- addresses and secrets are sealed by a key that the database has not (the worker seals what is open); the host is shown
      alter table notice_channels add host text;
      update notice_channels set host = substring(address from '^[a-z]+://([^/?#]+)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice_channels drop column host');
  }
}
