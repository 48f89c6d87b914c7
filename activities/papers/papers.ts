/** Activities of papers. */
import { attendPaper } from '../../database/attend-papers.js';
import { draftDuty, roundsOwed } from '../../database/compose-papers.js';
import { beginWriteOff } from '../../database/write-offs.js';
import type { Tools } from '../batch/kind.js';

/** A duty of a node, at a moment (epoch milliseconds). */
export interface DutyAt {
  node: string;
  duty: string;
  at: number;
}

export function paperActivities({ dataSource, calendars }: Tools) {
  return {
    /** The periods that a duty's papers are to be drafted for; none when it is not owed any more. */
    async roundsOfDuty(asked: DutyAt): Promise<(DutyAt & { period: string })[]> {
      const rounds = await roundsOwed(dataSource, asked, calendars);
      return rounds.map(({ period }) => ({ ...asked, period: period.key }));
    },
    /** Drafts the paper of a period, or finds it; answers its id. `now`: epoch milliseconds. */
    draftDuty: (task: DutyAt & { period: string }, now: number): Promise<string | undefined> =>
      dataSource.transaction((tx) => draftDuty(tx, task, new Date(now), calendars)),
    /** Does what is owed for a paper by now; answers when to look again (epoch milliseconds), if at all. */
    async attendPaper(id: string, now: number): Promise<number | undefined> {
      const next = await attendPaper(dataSource, id, now);
      await beginWriteOff(dataSource, id, new Date(now));
      return next;
    },
  };
}
