/** Statements that the server prepares once for each connection: planning them costs more than running them. */
import { createHash } from 'node:crypto';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

export interface Statement {
  /** Unique in the house; the text of a name never changes while it runs. */
  name: string;
  text: string;
}

/** Where statements run: on any connection, or within a transaction. */
export type Source = DataSource | EntityManager;

/** A statement of a text that is put together: as many names as there are shapes of it, so keep those few. */
export function statementOf(kind: string, text: string): Statement {
  return { name: `${kind}-${createHash('md5').update(text).digest('hex')}`, text };
}

/** Runs a statement and answers its rows. Within a transaction it is not prepared. */
export async function run<Row extends QueryResultRow>(
  source: Source,
  { name, text }: Statement,
  values: unknown[],
): Promise<Row[]> {
  const manager = source instanceof DataSource ? undefined : source;
  if (manager?.queryRunner) return await manager.query<Row[]>(text, values);
  const { rows } = await poolOf(source).query<Row>({ name, text, values });
  return rows;
}

/** The pool beneath a data source. */
export function poolOf(source: Source): Pool {
  const dataSource = source instanceof DataSource ? source : source.dataSource;
  return (dataSource.driver as unknown as { master: Pool }).master;
}
