import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Troubles1796000000000 implements MigrationInterface {
  name = 'Troubles1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- what an activity could not do and goes on trying; gone once it is done
      create table troubles (
        kind text not null,
        ref text not null,
        since timestamptz not null default now(),
        last_at timestamptz not null default now(),
        failures integer not null,
        problem text not null,
        primary key (kind, ref)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table troubles');
  }
}
