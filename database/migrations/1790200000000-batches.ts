import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Batches1790200000000 implements MigrationInterface {
  name = 'Batches1790200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table batches (
        id text primary key,
        kind text not null,
        task jsonb not null,
        why text not null,
        started_by text not null,
        started_at timestamptz not null,
        total integer not null,
        done integer not null default 0,
        refused integer not null default 0,
        problems jsonb not null default '[]',
        -- where it stands: the walk over the complaints, and the last of them that was worked on
        walk integer not null default 1,
        after_id text,
        stumbles integer not null default 0,
        stopped_by text,
        stopped_at timestamptz,
        ended_at timestamptz
      );
      create index batches_latest on batches (started_at desc, id desc);
      create index batches_running on batches (id) where ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table batches');
  }
}
