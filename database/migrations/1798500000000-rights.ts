import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rights1798500000000 implements MigrationInterface {
  name = 'Rights1798500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- for whom a complaint does not exist, and the keys that open what is restricted
      alter table complaints add hidden_from text[] not null default '{}', add open_to text[];
      update complaints set hidden_from = array(
        select distinct u from jsonb_array_elements_text((state -> 'accused') || (state -> 'recused')) u
      ) where state -> 'accused' <> '[]' or state -> 'recused' <> '[]';
      create index complaints_hidden on complaints (id) where hidden_from <> '{}' or open_to is not null;

      -- what those find who are not to know who complained
      alter table complaint_search add open_haystack text;
      update complaint_search s set open_haystack = lower(normalize(
        regexp_replace(concat_ws(' ', c.number, c.state ->> 'text', c.state ->> 'remedySought', c.state ->> 'findings'), '\\W+', ' ', 'g'), NFKC))
      from complaints c where c.id = s.complaint_id;

      -- looks at who complained are asked for whenever somebody reads
      create index acts_looks on acts (user_id, (about ->> 'id'), at) where act = 'lookAtContact';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index acts_looks;
      alter table complaint_search drop column open_haystack;
      drop index complaints_hidden;
      alter table complaints drop column hidden_from, drop column open_to;
    `);
  }
}
