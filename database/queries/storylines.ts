/** Storylines that people keep. */
import { run, type Source, type Statement } from '../sql.js';

export interface SavedStoryline {
  id: string;
  name: string;
  rulebook: string;
  yaml: string;
  by: { id: string; name: string };
  at: Date;
  shared: boolean;
}

const columns = `s.id, s.name, s.rulebook_id as rulebook, s.yaml, json_build_object('id', s.by_user, 'name', u.name) as "by", s.at, s.shared`;
const shown = `from storylines s join users u on u.id = s.by_user where (s.by_user = $1 or s.shared)`;

const one: Statement = { name: 'storyline', text: `select ${columns} ${shown} and s.id = $2` };

/** One that is theirs or shared. */
export async function storylineOf(source: Source, user: string, id: string): Promise<SavedStoryline | undefined> {
  const [found] = await run<SavedStoryline & Record<string, unknown>>(source, one, [user, id]);
  return found;
}

const list: Statement = {
  name: 'storylines',
  text: `select ${columns} ${shown} and ($2::text is null or s.rulebook_id = $2)
    and ($3::timestamptz is null or (date_trunc('milliseconds', s.at), s.id) < ($3, $4))
    order by date_trunc('milliseconds', s.at) desc, s.id desc limit $5`,
};

/** Theirs and the shared ones, the latest first. */
export async function storylinesFor(
  source: Source,
  user: string,
  { rulebook, after, limit }: { rulebook?: string; after?: { at: string; id: string }; limit: number },
): Promise<SavedStoryline[]> {
  const values = [user, rulebook ?? null, after?.at ?? null, after?.id ?? null, limit];
  return run<SavedStoryline & Record<string, unknown>>(source, list, values);
}

/** Keeps a storyline, or its later text; false when one of this id is somebody else's. */
export async function keepStoryline(
  source: Source,
  { id, name, rulebook, yaml, by, shared }: Omit<SavedStoryline, 'at' | 'by'> & { by: string },
): Promise<boolean> {
  const [kept] = await source.query<unknown[]>(
    `insert into storylines as s (id, name, rulebook_id, yaml, by_user, shared) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set name = $2, rulebook_id = $3, yaml = $4, shared = $6, at = now()
     where s.by_user = $5 returning id`,
    [id, name, rulebook, yaml, by, shared],
  );
  return kept !== undefined;
}

/** Takes one of theirs away; false when there is none. */
export async function dropStoryline(source: Source, user: string, id: string): Promise<boolean> {
  const [, count] = await source.query<[unknown, number]>('delete from storylines where id = $1 and by_user = $2', [
    id,
    user,
  ]);
  return count > 0;
}
