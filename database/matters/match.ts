/** Finding what a new complaint may be the same matter as, and people's words on it. */
import type { EntityManager } from 'typeorm';
import { type Account, featuresOf } from '../../domain/matter/features.js';
import { contradictions, type Match, type MatchState } from '../../domain/matter/grouping.js';
import { type Likeness, likeness } from '../../domain/matter/likeness.js';
import { candidatesFor } from './accounts.js';
import { matchesAmong, regroup } from './regroup.js';
import type { Source } from '../sql.js';

export interface Alike extends Likeness {
  id: string;
}

// more than these nobody looks through
const mostSuggested = 8;

/** The complaints that are like one, the likest first. */
export async function alikeTo(source: Source, account: Account): Promise<Alike[]> {
  const features = featuresOf(account);
  const found = (await candidatesFor(source, account)).map((other) => ({
    id: other.id,
    ...likeness(account, other, features),
  }));
  return found.filter(({ band }) => band !== 'other').sort((x, y) => y.score - x.score);
}

/** Remembers what a complaint is like: what is certain links it, what is doubtful waits for a person. A known pair stays as it is. */
export async function matchNew(tx: EntityManager, account: Account): Promise<void> {
  const alike = await alikeTo(tx, account);
  const certain = alike.filter(({ band }) => band === 'same');
  const doubtful = alike.filter(({ band }) => band === 'doubtful').slice(0, mostSuggested);
  const pairs = [...certain, ...doubtful].map(({ id, score, reasons, band }) => ({
    ...pairOf(account.id, id),
    score,
    reasons,
    state: band === 'same' ? 'linked' : 'suggested',
  }));
  await tx.query(
    `insert into matches (a, b, project_id, score, reasons, state)
     select n.a, n.b, $2, n.score, n.reasons, n.state
     from jsonb_to_recordset($1::jsonb) n (a text, b text, score real, reasons jsonb, state text)
     on conflict (a, b) do nothing`,
    [JSON.stringify(pairs), account.project],
  );
}

export const pairOf = (one: string, other: string): { a: string; b: string } =>
  one < other ? { a: one, b: other } : { a: other, b: one };

/** What stands against a person's word, said by people before. */
export interface Contradiction {
  code: 'kept-together' | 'kept-apart';
  pairs: { a: string; b: string }[];
}

/**
 * A person's word on a pair: the same matter, not the same, or (`suggested`) that it is open again. What people said
 * before is not overruled in passing: answers the contradiction instead. The caller holds the lock of the project.
 */
export async function sayOfPair(
  tx: EntityManager,
  pair: { a: string; b: string; project: string },
  { state, by }: { state: Exclude<MatchState, 'linked'>; by: string },
): Promise<Contradiction | undefined> {
  const known = await matchesAmong(tx, await wordsAround(tx, pair));
  const against = contradictionOf(pair, state, known);
  if (against) return against;
  await setPair(tx, { one: pair.a, other: pair.b, project: pair.project, state, by });
  await regroup(tx, [pair.a, pair.b]);
  return undefined;
}

/** Writes a person's word on a pair down, whatever was known of it. */
export async function setPair(
  tx: EntityManager,
  given: { one: string; other: string; project: string; state: Exclude<MatchState, 'linked'>; by: string },
): Promise<void> {
  const { a, b } = pairOf(given.one, given.other);
  await tx.query(
    `insert into matches (a, b, project_id, score, reasons, state, by_user) values ($1, $2, $3, 0, '[]', $4, $5)
     on conflict (a, b) do update set state = excluded.state, by_user = excluded.by_user, at = now()
     where matches.state <> excluded.state or matches.by_user is null`,
    [a, b, given.project, given.state, given.by],
  );
}

function contradictionOf(pair: { a: string; b: string }, state: MatchState, known: Match[]): Contradiction | undefined {
  const { together, apart } = contradictions(pair, known);
  if (state === 'undone' && together) return { code: 'kept-together', pairs: [] };
  if (state === 'confirmed' && apart.length > 0)
    return { code: 'kept-apart', pairs: apart.map(({ a, b }) => ({ a, b })) };
  return undefined;
}

/** Both, and all that people's words bind to either. */
async function wordsAround(tx: EntityManager, { a, b }: { a: string; b: string }): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `with recursive bound (id) as (
       select unnest($1::text[])
       union
       select n.id from bound r cross join lateral (
         select b as id from matches where a = r.id and state = 'confirmed'
         union all select a from matches where b = r.id and state = 'confirmed'
       ) n
     ) select id from bound`,
    [[a, b]],
  );
  return rows.map(({ id }) => id);
}
