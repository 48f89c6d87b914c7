/** Whether what the tables say of a complaint is what happened to it. */
import type { DataSource } from 'typeorm';
import { check } from '../database/check.js';
import { entriesOf } from '../database/queries/chronicle.js';
import { digestOf, hashOf, type SaltOf } from '../database/seal.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import { unlessDestroyed } from '../vault/keyring.js';
import type { Finding } from './finding.js';

interface EventRow {
  seq: number;
  digest: string | null;
  hash: string | null;
  data: ComplaintEvent;
  waiting: boolean;
}

/** Everything that does not fit: chain, chronicle and row of one complaint. `saltOf` throws KeyDestroyed when its key is no more. */
export async function verifyComplaint(dataSource: DataSource, id: string, saltOf: SaltOf): Promise<Finding[]> {
  const [row] = await dataSource.query<{ seq: number; head: string | null }[]>(
    'select seq, head from complaints where id = $1',
    [id],
  );
  const events = await dataSource.query<EventRow[]>(
    `select e.seq, e.digest, e.hash, e.data, (o.id is not null and o.taken_at is null) as waiting
     from events e left join outbox o on o.complaint_id = e.complaint_id and o.seq = e.seq
     where e.complaint_id = $1 order by e.seq`,
    [id],
  );
  const found = (what: Finding['what'], seq?: number): Finding => ({ complaint: id, what, ...(seq ? { seq } : {}) });
  if (!row) return [found('no-row')];
  const salt = await saltOf(id).catch(unlessDestroyed);
  const data = events.map((event) => event.data);
  return [
    ...chainFindings(events, row, salt, found),
    ...chronicleFindings(events, await entriesOf(dataSource, id), found),
    ...((await check(dataSource, id, data)) ?? []).map(({ path }) => ({ ...found('row-differs'), path })),
  ];
}

type Found = (what: Finding['what'], seq?: number) => Finding;

function chainFindings(
  events: EventRow[],
  row: { seq: number; head: string | null },
  salt: Uint8Array | undefined,
  found: Found,
): Finding[] {
  const findings: Finding[] = [];
  let before = '';
  for (const [i, { seq, digest, hash, data }] of events.entries()) {
    if (seq !== i + 1) return [...findings, found('event-missing', i + 1)];
    if (digest === null || hash === null) findings.push(found('not-sealed', seq));
    else {
      if (salt && digestOf(data, salt) !== digest) findings.push(found('event-altered', seq));
      if (hashOf(before, seq, digest) !== hash) findings.push(found('chain-broken', seq));
    }
    before = hash ?? '';
  }
  if (events.length < row.seq) findings.push(found('event-missing', events.length + 1));
  if (events.length > row.seq) findings.push(found('event-added', row.seq + 1));
  else if ((row.head ?? '') !== before) findings.push(found('chain-broken', row.seq));
  return findings;
}

function chronicleFindings(events: EventRow[], entries: Map<number, string[]>, found: Found): Finding[] {
  const known = new Set(events.map(({ seq }) => seq));
  const gone = [...entries.keys()].filter((seq) => !known.has(seq)).map((seq) => found('event-missing', seq));
  const differing = events.flatMap(({ seq, hash, waiting }) => {
    const entered = entries.get(seq);
    if (!entered) return waiting ? [] : [found('not-in-chronicle', seq)];
    if (entered.at(-1) === hash) return entered.length > 1 ? [found('entered-again', seq)] : [];
    return waiting ? [] : [found('chronicle-differs', seq)];
  });
  return [...gone, ...differing];
}
