/** Looks at who complained, by those who need not know: acts, in force for a while. */
import { run, type Source, type Statement } from '../sql.js';

/** The act's name. */
export const lookAct = 'lookAtContact';
/** What the engine keeps was decoded outside this house's own pages. */
export const decodeAct = 'decodePayloads';
/** How long a look holds, in minutes. */
export const lookMinutes = 30;

const looked: Statement = {
  name: 'looked',
  text: `select a.at from acts a where a.user_id = $1 and a.act = '${lookAct}' and a.about ->> 'id' = $2
      and a.at > $3::timestamptz - interval '${lookMinutes} minutes' and a.at <= $3 order by a.at desc limit 1`,
};

/** When somebody last looked, if it still holds. */
export async function lookedAt(source: Source, user: string, complaint: string, now: Date): Promise<Date | undefined> {
  const [found] = await run<{ at: Date }>(source, looked, [user, complaint, now]);
  return found?.at;
}
