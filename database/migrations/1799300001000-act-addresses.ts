import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses of acts beside what is sealed, with a salt of their own: taken away in time, the seal stays whole. */
export class ActAddresses1799300001000 implements MigrationInterface {
  name = 'ActAddresses1799300001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table acts add address text, add address_salt text;
      create index acts_addresses on acts (at) where address is not null;

      -- entered once, and the address taken away with its salt: nothing else
      create function refuse_other_change_of_acts() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE'
          and (to_jsonb(new) - '{entered_at,address,address_salt}'::text[]) = (to_jsonb(old) - '{entered_at,address,address_salt}'::text[])
          and ((new.address is null and new.address_salt is null)
            or (new.address is not distinct from old.address and new.address_salt is not distinct from old.address_salt))
        then return new; end if;
        raise exception '% rows are never changed', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;
      drop trigger acts_stay on acts;
      create trigger acts_stay before update or delete on acts for each row execute function refuse_other_change_of_acts();
      drop function refuse_other_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_other_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (to_jsonb(new) - 'entered_at') = (to_jsonb(old) - 'entered_at') then return new; end if;
        raise exception '% rows are never changed', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;
      drop trigger acts_stay on acts;
      create trigger acts_stay before update or delete on acts for each row execute function refuse_other_change();
      drop function refuse_other_change_of_acts();
      alter table acts drop column address, drop column address_salt;
    `);
  }
}
