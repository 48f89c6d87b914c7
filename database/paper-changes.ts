/** That somebody did something with a paper, told to every process that listens. A hint only: the tables are the truth. */
import type { Source } from './sql.js';

/** Channel of PostgreSQL on which the ids of papers are told. */
export const papersChannel = 'huiyin_papers';

// what the house does by itself to thousands at once is not told: those who read one look again in a while
/** Tells it once the transaction is committed. */
export async function tellPaper(source: Source, id: string): Promise<void> {
  await source.query('select pg_notify($1, $2)', [papersChannel, id]);
}
