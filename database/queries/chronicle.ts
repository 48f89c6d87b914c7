/** The chronicle: every event and every act beside complaints, one after the other, in a chain of its own. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** What is entered: an event of a complaint, or an act of somebody who looks after the house. */
export interface Entry {
  kind: 'event' | 'act';
  /** Id of the complaint, or of the act. */
  ref: string;
  /** The event's place in its complaint; 0 for an act. */
  seq: number;
  /** Hash of the event's link, or digest of the act. */
  hash: string;
}

export interface ChronicleRow extends Entry {
  position: number;
  /** Over the chain before and everything of this entry. Hexadecimal SHA-256. */
  chain: string;
}

const lock = 8675311;

/** The chain with an entry more. */
export function chainOf(before: string, { position, kind, ref, seq, hash }: Omit<ChronicleRow, 'chain'>): string {
  return createHash('sha256').update([before, position, kind, ref, seq, hash].join('\n')).digest('hex');
}

/** Enters them in their order, within the caller's transaction. What was entered before, as it is, is passed over. */
export async function enter(tx: EntityManager, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query('select pg_advisory_xact_lock($1)', [lock]);
  const [last] = await tx.query<{ position: string; chain: string }[]>(
    'select position, chain from chronicle order by position desc limit 1',
  );
  const known = await tx.query<{ ref: string; seq: number; hash: string }[]>(
    `select distinct on (ref, seq) ref, seq, hash from chronicle where ref = any ($1) order by ref, seq, position desc`,
    [[...new Set(entries.map(({ ref }) => ref))]],
  );
  const latest = new Map(known.map(({ ref, seq, hash }) => [`${ref} ${seq}`, hash]));
  let position = Number(last?.position ?? 0);
  let chain = last?.chain ?? '';
  const rows: ChronicleRow[] = [];
  for (const entry of entries) {
    if (latest.get(`${entry.ref} ${entry.seq}`) === entry.hash) continue;
    position++;
    chain = chainOf(chain, { ...entry, position });
    rows.push({ ...entry, position, chain });
  }
  await tx.query(
    `insert into chronicle (position, kind, ref, seq, hash, chain)
     select position, kind, ref, seq, hash, chain from jsonb_populate_recordset(null::chronicle, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** The last entry. */
export async function endOfChronicle(source: DataSource | EntityManager): Promise<{ position: number; chain: string }> {
  const [last] = await source.query<{ position: string; chain: string }[]>(
    'select position, chain from chronicle order by position desc limit 1',
  );
  return { position: Number(last?.position ?? 0), chain: last?.chain ?? '' };
}

/** Entries after a position, in their order. */
export async function chronicleAfter(source: DataSource, position: number, limit: number): Promise<ChronicleRow[]> {
  const rows = await source.query<(ChronicleRow & { position: string })[]>(
    'select position, kind, ref, seq, hash, chain from chronicle where position > $1 order by position limit $2',
    [position, limit],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

/** Complaints that were entered and are there no more. */
export async function vanished(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ ref: string }[]>(
    `select distinct ref from chronicle where kind = 'event' and not exists (select from complaints c where c.id = ref)`,
  );
  return rows.map(({ ref }) => ref);
}

/** The entries of each event of a complaint, by its place, the latest last. */
export async function entriesOf(source: DataSource, complaintId: string): Promise<Map<number, string[]>> {
  const rows = await source.query<{ seq: number; hashes: string[] }[]>(
    `select seq, array_agg(hash order by position) as hashes from chronicle where ref = $1 and kind = 'event' group by seq`,
    [complaintId],
  );
  return new Map(rows.map(({ seq, hashes }) => [seq, hashes]));
}
