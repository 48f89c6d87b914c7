/** Acts: what people do beside the commands of a complaint, whose events tell by themselves. */
import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { canonical } from '../../domain/proof/canonical.js';
import { run, type Source, type Statement } from '../sql.js';
import { apart, isSealed, together } from './act-addresses.js';
import { enter } from './chronicle.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

export interface Act {
  id: string;
  /** ISO 8601. */
  at: string;
  user: string;
  roles: string[];
  /** The operation of the API: `approveRulebookVersion`, `getHistory` … */
  act: string;
  /** What it was done to: the parameters of the route, and the names of what was sent along. */
  about: Record<string, unknown>;
}

/** What somebody did, before it is kept. */
export type GivenAct = Omit<Act, 'id' | 'at'>;

const insert: Statement = {
  name: 'act',
  text: `insert into acts (id, at, user_id, roles, act, about, digest, address, address_salt)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

/** Keeps an act; answers its id. */
export async function keepAct(source: Source, given: GivenAct, now: Date): Promise<string> {
  const { about, address, salt } = apart(given.about);
  const act: Act = { ...given, about, id: randomUUID(), at: now.toISOString() };
  await run(source, insert, [
    act.id,
    act.at,
    act.user,
    act.roles,
    act.act,
    JSON.stringify(act.about),
    digestOfAct(act),
    address,
    salt,
  ]);
  return act.id;
}

const again: Statement = {
  name: 'act-again',
  text: `select 1 from acts where user_id = $1 and act = $2 and about ->> 'id' is not distinct from $3
      and at > $4::timestamptz - make_interval(mins => $5) limit 1`,
};

/** Keeps an act unless the same person did the same to the same within so many minutes: what comes in a hundred pieces is one. */
export async function keepActOnce(source: DataSource, given: GivenAct, now: Date, minutes: number): Promise<void> {
  const { user, act, about } = given;
  const id = typeof about.id === 'string' ? about.id : null;
  await source.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`act ${user} ${act} ${id}`]);
    if ((await run(tx, again, [user, act, id, now, minutes])).length === 0) await keepAct(tx, given, now);
  });
}

/** What the chronicle knows of it. Hexadecimal SHA-256. */
export function digestOfAct({ id, at, user, roles, act, about }: Act): string {
  return createHash('sha256').update(canonical({ id, at, user, roles, act, about })).digest('hex');
}

interface ActRow extends Omit<Act, 'at'>, Record<string, unknown> {
  at: Date;
  digest: string;
  name: string | null;
  address: string | null;
  salt: string | null;
}

const columns = `a.id, a.at, a.user_id as "user", a.roles, a.act, a.about, a.digest, a.address, a.address_salt as salt, u.name`;

export interface ActFilter {
  user?: string;
  acts?: readonly string[];
  /** Id of a complaint, a version, a node … */
  about?: string;
  /** `at id` of the last one of the page before. */
  after?: { at: string; id: string };
}

/** Acts with the names of those who did them, the latest first; none about a complaint that is not seen. */
export async function listActs(
  source: DataSource,
  filter: ActFilter,
  sight: Sight,
  limit: number,
): Promise<(Act & { name: string })[]> {
  // of one kind they lie in their order in an index
  const kind = filter.acts?.length === 1 ? '($2::text[])[1]' : 'any ($2::text[])';
  const rows = await source.query<ActRow[]>(
    `select ${columns} from acts a left join users u on u.id = a.user_id
     where ($1::text is null or a.user_id = $1) and ($2::text[] is null or a.act = ${kind})
       and ($3::text is null or exists (select from jsonb_each_text(a.about) p where p.value = $3) or a.address = $3)
       and ($4::timestamptz is null or (a.at, a.id) < ($4, $5::uuid))
       and not exists (select from jsonb_each_text(a.about) p join complaints c on c.id = p.value where not ${seen('c', sightFrom(7))})
     order by a.at desc, a.id desc limit $6`,
    [
      filter.user ?? null,
      filter.acts ?? null,
      filter.about ?? null,
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      limit,
      ...sightValues(sight),
    ],
  );
  return rows.map(({ digest: _, salt: __, address, name, at, about, ...act }) => ({
    ...act,
    about: together(about, address),
    at: at.toISOString(),
    name: name ?? act.user,
  }));
}

/** Enters in the chronicle what is not in it yet; answers whether more may be waiting. */
export async function enterActs(source: DataSource, limit = 500): Promise<boolean> {
  return source.transaction(async (tx) => {
    const rows = await tx.query<{ id: string; digest: string }[]>(
      'select id, digest from acts where entered_at is null order by at, id limit $1 for update skip locked',
      [limit],
    );
    await enter(
      tx,
      rows.map(({ id, digest }) => ({ kind: 'act', ref: id, seq: 0, hash: digest })),
    );
    await tx.query('update acts set entered_at = now() where id = any ($1)', [rows.map(({ id }) => id)]);
    return rows.length === limit;
  });
}

/** Acts that are not what was entered, and entries whose act is gone. */
export async function alteredActs(source: DataSource): Promise<{ altered: string[]; missing: string[] }> {
  const altered: string[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await source.query<(ActRow & { entered: string | null; entered_at: Date | null })[]>(
      `select ${columns}, a.entered_at, c.hash as entered from acts a left join users u on u.id = a.user_id
       left join chronicle c on c.ref = a.id::text and c.kind = 'act' where a.id > $1 order by a.id limit 1000`,
      [after],
    );
    for (const row of rows) {
      const digest = digestOfAct({ ...row, at: row.at.toISOString() });
      const entered = row.entered_at === null ? digest : row.entered;
      if (digest !== row.digest || entered !== digest || !isSealed(row.about, row)) altered.push(row.id);
      after = row.id;
    }
    if (rows.length < 1000) break;
  }
  const gone = await source.query<{ ref: string }[]>(
    `select ref from chronicle c where kind = 'act' and not exists (select from acts a where a.id::text = c.ref)`,
  );
  return { altered, missing: gone.map(({ ref }) => ref) };
}
