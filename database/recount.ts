/** Whether the board's counts are what they count, and how they are made anew. */
import type { DataSource } from 'typeorm';

const counted = `select k.project_id, k.week, k.what, k.clock, k.guard, k.hidden_from, k.open_to, count(*)::int as n
  from complaints c cross join lateral board_counts_of(c) k group by 1, 2, 3, 4, 5, 6, 7`;

/** Where the counts are wrong: `cuihu hot`, `cuihu 2026-11-16 late reply`, at most `limit`. */
export async function miscounted(dataSource: DataSource, limit = 100): Promise<string[]> {
  const rows = await dataSource.query<{ place: string }[]>(
    `select distinct concat_ws(' ', project_id, nullif(week, '-infinity'), what, nullif(clock, '')) as place
     from board_counts b full join (${counted}) k using (project_id, week, what, clock, guard)
     where b.n is distinct from k.n or b.hidden_from is distinct from k.hidden_from or b.open_to is distinct from k.open_to
     order by 1 limit $1`,
    [limit],
  );
  return rows.map(({ place }) => place);
}

/** Makes the counts anew from the rows of complaints; who writes such a row waits meanwhile. */
export async function recount(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('lock table complaints in share row exclusive mode');
    await tx.query('delete from board_counts');
    await tx.query(`insert into board_counts ${counted}`);
  });
}
