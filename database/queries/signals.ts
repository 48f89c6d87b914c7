/** The queue of what complaints' workflows are to be told: written with what caused it, sent by whoever drains it. */
import type { DataSource, EntityManager } from 'typeorm';
import type { SignalData, SignalName } from '../../domain/complaint/signals.js';
import { run, type Source, type Statement } from '../sql.js';

export interface SignalToSend<N extends SignalName = SignalName> {
  complaint: string;
  signal: N;
  data: SignalData[N];
  /** The same key is the same telling: it is queued once. */
  key: string;
}

const statement: Statement = {
  name: 'signals-enqueue',
  text: `insert into signals_to_send (complaint_id, signal, data, key)
    select n.complaint, n.signal, n.data, n.key
    from jsonb_to_recordset($1::jsonb) n (complaint text, signal text, data jsonb, key text)
    on conflict (key) do nothing`,
};

export async function enqueueSignals(source: Source, signals: readonly SignalToSend[]): Promise<void> {
  if (signals.length > 0) await run(source, statement, [JSON.stringify(signals)]);
}

export interface QueuedSignal {
  id: string;
  complaint: string;
  signal: SignalName;
  data: SignalData[SignalName];
}

/** The first that wait, locked until the transaction ends; one for each complaint, so that each hears in order. */
export async function waitingSignals(tx: EntityManager, limit: number): Promise<QueuedSignal[]> {
  return await tx.query<QueuedSignal[]>(
    `select s.id, s.complaint_id as complaint, s.signal, s.data from signals_to_send s
     where s.sent_at is null and (s.retry_at is null or s.retry_at <= now()) and not exists (
       select from signals_to_send b where b.complaint_id = s.complaint_id and b.id < s.id and b.sent_at is null
     )
     order by s.id limit $1 for update of s skip locked`,
    [limit],
  );
}

export async function markSent(tx: EntityManager, ids: string[]): Promise<void> {
  await tx.query('update signals_to_send set sent_at = now(), retry_at = null where id = any ($1)', [ids]);
}

/** Puts one off that could not be sent: 5 seconds, 10, 20 … ten minutes at most. */
export async function failSignal(tx: EntityManager, id: string, problem: string): Promise<void> {
  await tx.query(
    `update signals_to_send set failures = failures + 1, problem = left($2, 1000),
       retry_at = now() + make_interval(secs => least(600, 5 * 2 ^ least(failures, 10))) where id = $1`,
    [id, problem],
  );
}

/** Takes away those sent before then; answers how many, `limit` at most. */
export async function forgetSent(dataSource: DataSource, before: Date, limit: number): Promise<number> {
  const [, gone] = await dataSource.query<[unknown, number]>(
    'delete from signals_to_send where id in (select id from signals_to_send where sent_at < $1 order by id limit $2)',
    [before, limit],
  );
  return gone;
}
