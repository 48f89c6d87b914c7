import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Files1796100000000 implements MigrationInterface {
  name = 'Files1796100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- what belongs to complaints, each encrypted under its complaint's own key
      create table files (
        complaint_id text not null,
        sha256 text not null,
        name text not null,
        media_type text not null,
        size integer not null,
        content bytea not null,
        by_user text not null,
        at timestamptz not null default now(),
        primary key (complaint_id, sha256)
      );
      alter table files alter column content set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table files');
  }
}
