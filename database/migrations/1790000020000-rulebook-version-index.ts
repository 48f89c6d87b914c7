import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open complaints by the version that they are under: counted on its page, moved from it. */
export class RulebookVersionIndex1790000020000 implements MigrationInterface {
  name = 'RulebookVersionIndex1790000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index complaints_version on complaints (rulebook_id, rulebook_version, id) where ended_at is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index complaints_version');
  }
}
