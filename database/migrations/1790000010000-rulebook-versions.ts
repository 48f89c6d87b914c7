import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of rulebooks: a draft may change, what was approved never does, whoever asks. */
export class RulebookVersions1790000010000 implements MigrationInterface {
  name = 'RulebookVersions1790000010000';

  async up(runner: QueryRunner): Promise<void> {
    // json, not jsonb: the order of entries counts (instances decide in turn)
    await runner.query(`
      create table rulebook_versions (
        rulebook_id text not null,
        version integer not null check (version > 0),
        text text not null,
        document json,
        state text not null check (state in ('draft', 'approved', 'withdrawn')),
        origin text not null check (origin in ('shipped', 'written')),
        revision integer not null default 1,
        written_by text,
        written_at timestamptz not null default now(),
        changed_by text,
        changed_at timestamptz not null default now(),
        why text not null,
        approved_by text,
        approved_at timestamptz,
        remarks text,
        in_force_from timestamptz,
        withdrawn_by text,
        withdrawn_at timestamptz,
        withdrawn_why text,
        primary key (rulebook_id, version),
        check (state = 'draft' or (document is not null and approved_at is not null and in_force_from is not null)),
        check (state <> 'draft' or (approved_at is null and in_force_from is null)),
        check ((state = 'withdrawn') = (withdrawn_at is not null and withdrawn_by is not null and withdrawn_why is not null)),
        check (origin = 'shipped' or (written_by is not null and changed_by is not null)),
        constraint rulebook_versions_second_person check (
          origin = 'shipped' or state = 'draft'
          or (approved_by is not null and approved_by <> written_by and approved_by <> changed_by)
        )
      );
      create index rulebook_versions_in_force on rulebook_versions (rulebook_id, in_force_from, version) where state = 'approved';
    `);
    await runner.query(`
      create function keep_rulebook_version() returns trigger language plpgsql as $$
      declare
        withdrawn rulebook_versions;
      begin
        if tg_op = 'TRUNCATE' then
          raise exception 'versions of rulebooks are kept' using errcode = 'restrict_violation';
        end if;
        if tg_op <> 'INSERT' and old.state <> 'draft' then
          if tg_op = 'DELETE' then
            raise exception 'version % of % was approved and is kept', old.version, old.rulebook_id using errcode = 'restrict_violation';
          end if;
          withdrawn := old;
          withdrawn.state := 'withdrawn';
          withdrawn.withdrawn_by := new.withdrawn_by;
          withdrawn.withdrawn_at := new.withdrawn_at;
          withdrawn.withdrawn_why := new.withdrawn_why;
          if old.state <> 'approved' or old.in_force_from <= clock_timestamp() or new::text is distinct from withdrawn::text then
            raise exception 'version % of % was approved and never changes', old.version, old.rulebook_id using errcode = 'restrict_violation';
          end if;
        end if;
        if tg_op = 'DELETE' then
          return old;
        end if;
        if tg_op = 'UPDATE' and (new.rulebook_id, new.version, new.origin) is distinct from (old.rulebook_id, old.version, old.origin) then
          raise exception 'a version keeps its number and origin' using errcode = 'restrict_violation';
        end if;
        -- what was in force yesterday stays what was in force yesterday; only the very first reaches back
        if new.state = 'approved' and new.in_force_from < now() and exists (
          select from rulebook_versions where rulebook_id = new.rulebook_id and state = 'approved'
        ) then
          raise exception 'no version comes into force in the past' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;

      create trigger keep_rulebook_version before insert or update or delete on rulebook_versions
        for each row execute function keep_rulebook_version();
      create trigger keep_rulebook_versions before truncate on rulebook_versions
        for each statement execute function keep_rulebook_version();
      alter table rulebook_versions enable always trigger keep_rulebook_version;
      alter table rulebook_versions enable always trigger keep_rulebook_versions;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rulebook_versions; drop function keep_rulebook_version();');
  }
}
