import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rehearsals1792000000000 implements MigrationInterface {
  name = 'Rehearsals1792000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table storylines (
        id text primary key,
        name text not null,
        rulebook_id text not null,
        yaml text not null,
        by_user text not null references users (id),
        at timestamptz not null default now(),
        shared boolean not null default false
      );
      create index storylines_shown on storylines (rulebook_id, at desc, id desc);

      -- the task holds both regimes by value: what was compared can be told for ever; json, as the order of entries counts
      create table backtests (
        id text primary key,
        rulebook_id text not null,
        version integer not null,
        draft_version integer not null,
        source jsonb not null,
        task json not null,
        differences jsonb not null,
        state text not null,
        total integer not null,
        done integer not null default 0,
        unplayable integer not null default 0,
        place text,
        totals jsonb not null,
        by_user text not null references users (id),
        started_at timestamptz not null default now(),
        ended_at timestamptz
      );
      create index backtests_latest on backtests (rulebook_id, started_at desc, id desc);

      -- only what would have gone differently
      create table backtest_comparisons (
        backtest_id text not null references backtests (id) on delete cascade,
        ordinal integer not null,
        subject text not null,
        name text not null,
        comparison jsonb not null,
        primary key (backtest_id, ordinal)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table backtest_comparisons, backtests, storylines');
  }
}
