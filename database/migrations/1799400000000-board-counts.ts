import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the board counts is kept as it happens: whoever writes a complaint's row changes the counts by what it counted for
 * before and counts for now, in the same transaction.
 */
export class BoardCounts1799400000000 implements MigrationInterface {
  name = 'BoardCounts1799400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set local statement_timeout = 0');
    await runner.query(`
      alter table complaints add promises text[] not null default '{}';
      update complaints c set promises = d.promises
      from (
        select complaint_id, array_agg(clock || ':' || case when state = 'met' then 'kept' when met_at is null then 'waiting' else 'late' end
          order by clock collate "C") as promises
        from deadlines
        where state in ('met', 'missed')
          and clock in ('acknowledge', 'accept', 'arrive', 'plan', 'reply', 'complete', 'feedback', 'revisit')
        group by complaint_id
      ) d where d.complaint_id = c.id;

      create table board_counts (
        project_id text not null,
        -- Monday of the week in which they arrived, or ended; -infinity: as they stand
        week date not null,
        what text not null,
        clock text not null,
        -- whoever does not see the complaints does not see what is counted of them: one row for each hidden_from and open_to
        guard text not null,
        hidden_from text[] not null,
        open_to text[],
        n integer not null,
        primary key (project_id, week, what, clock, guard)
      ) with (fillfactor = 70);

      -- what one complaint counts for; a merged one for nothing (WY-4.2.2.4)
      create function board_counts_of(c complaints) returns setof board_counts language plpgsql stable rows 10 as $$ begin
        return query select c.project_id, one.week, one.what, one.clock,
          case when c.hidden_from = '{}' and c.open_to is null then '' else md5(c.hidden_from::text || coalesce(c.open_to::text, '')) end,
          c.hidden_from, c.open_to, 1
        from (
          select date '-infinity' as week, standing.what, '' as clock
          from (values ('open', true), ('overdue', c.overdue > 0), ('hot', c.severity = 'hot'), ('major', c.severity = 'major'))
            standing (what, applies)
          where applies and c.ended_at is null
          union all
          select date_trunc('week', c.arrived_at at time zone c.zone)::date, 'received', ''
          union all
          select date_trunc('week', c.ended_at at time zone c.zone)::date, 'ended', '' where c.ended_at is not null
          union all
          select date_trunc('week', c.arrived_at at time zone c.zone)::date, split_part(promise, ':', 2), split_part(promise, ':', 1)
          from unnest(c.promises) promise
        ) one
        where c.status <> 'merged';
      end $$;

      insert into board_counts
      select k.project_id, k.week, k.what, k.clock, k.guard, k.hidden_from, k.open_to, count(*)
      from complaints c cross join lateral board_counts_of(c) k group by 1, 2, 3, 4, 5, 6, 7;

      create function keep_board_counts() returns trigger language plpgsql as $$
      declare
        before complaints;
        after complaints;
      begin
        if tg_op <> 'INSERT' then before := old; end if;
        if tg_op <> 'DELETE' then after := new; end if;
        -- always in the same order, so that no two wait for each other
        insert into board_counts as b (project_id, week, what, clock, guard, hidden_from, open_to, n)
        select k.project_id, k.week, k.what, k.clock, k.guard, k.hidden_from, k.open_to, sum(k.n)
        from (
          select project_id, week, what, clock, guard, hidden_from, open_to, -n as n from board_counts_of(before)
          union all select project_id, week, what, clock, guard, hidden_from, open_to, n from board_counts_of(after)
        ) k
        group by 1, 2, 3, 4, 5, 6, 7 having sum(k.n) <> 0 order by 1, 2, 3, 4, 5
        on conflict (project_id, week, what, clock, guard) do update set n = b.n + excluded.n;
        -- nobody's name stays behind in a guard that nothing is under
        if tg_op <> 'INSERT' then
          delete from board_counts b using board_counts_of(before) k
          where (b.project_id, b.week, b.what, b.clock, b.guard) = (k.project_id, k.week, k.what, k.clock, k.guard) and b.n = 0;
        end if;
        return null;
      end $$;
      create trigger keep_board_counts after insert or delete on complaints for each row execute function keep_board_counts();
      create trigger change_board_counts after update on complaints for each row
        when ((old.project_id, old.zone, old.arrived_at, old.ended_at, old.severity, old.overdue > 0, old.status = 'merged',
            old.hidden_from, old.open_to, old.promises)
          is distinct from (new.project_id, new.zone, new.arrived_at, new.ended_at, new.severity, new.overdue > 0, new.status = 'merged',
            new.hidden_from, new.open_to, new.promises))
        execute function keep_board_counts();

      -- due and not recorded as missed yet: few
      create index deadlines_due on deadlines (due) where state = 'open';
      -- the most pressing first
      create index complaints_pressing on complaints (severity desc, unmet_due, id)
        where ended_at is null and severity in ('major', 'hot');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index complaints_pressing, deadlines_due;
      drop trigger change_board_counts on complaints;
      drop trigger keep_board_counts on complaints;
      drop function keep_board_counts, board_counts_of;
      drop table board_counts;
      alter table complaints drop column promises;
    `);
  }
}
