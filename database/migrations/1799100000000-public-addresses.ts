import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublicAddresses1799100000000 implements MigrationInterface {
  name = 'PublicAddresses1799100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- where residents read what a project publishes; a closed address is never given again
      create table public_addresses (
        address text primary key,
        project_id text not null references organisation (id),
        opened_by text not null,
        opened_at timestamptz not null default now(),
        closed_by text,
        closed_at timestamptz
      );
      create unique index public_addresses_open on public_addresses (project_id) where closed_at is null;
      create index papers_public on papers (node_id, cut_off) where public and issued_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index papers_public;
      drop table public_addresses;
    `);
  }
}
