import type { DataSource } from 'typeorm';
import { type NoticePreferences, usualPreferences } from '../../domain/notice/timing.js';

/** How a person wants to be told; as usual where they said nothing. */
export async function preferencesOf(dataSource: DataSource, user: string): Promise<NoticePreferences> {
  const [found] = await dataSource.query<{ data: NoticePreferences }[]>(
    'select data from notice_preferences where user_id = $1',
    [user],
  );
  return { ...usualPreferences, ...found?.data };
}

/** Keeps them; another mailbox than before is tried afresh. */
export async function keepPreferences(dataSource: DataSource, user: string, data: NoticePreferences): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const before = await tx.query<{ email: string | null }[]>(
      `select data ->> 'email' as email from notice_preferences where user_id = $1 for update`,
      [user],
    );
    await tx.query(
      `insert into notice_preferences (user_id, data) values ($1, $2)
       on conflict (user_id) do update set data = excluded.data, updated_at = now()`,
      [user, data],
    );
    if (before[0]?.email === data.email) return;
    await tx.query(
      `update notice_addresses set dead_at = null, bounces = 0, failures = 0, next_try_at = null, problem = null where key = $1`,
      [`user:${user}`],
    );
  });
}
