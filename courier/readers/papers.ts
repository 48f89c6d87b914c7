/** Makes papers of what happened: bulletins at once, reports when they are owed and when they are submitted. */
import type { EntityManager } from 'typeorm';
import { completeReport, draftReport, issueBulletin } from '../../database/compose-bulletins.js';
import { reportKinds } from '../../domain/paper/contents/bulletin.js';
import type { Reader, Told } from '../told.js';

const isReport = (kind: string): boolean => (reportKinds as readonly string[]).includes(kind);

/** The reader that makes papers; `clock` in epoch milliseconds. */
export const paperReader = (clock: () => number): Reader => ({
  name: 'papers',
  async read(tx: EntityManager, told: Told[]): Promise<void> {
    const now = new Date(clock());
    for (const { event, complaint } of told) {
      if (event.type === 'BulletinIssued') await issueBulletin(tx, event, complaint, now);
      if (event.type === 'ReportDue' && isReport(event.kind)) await draftReport(tx, event, complaint, now);
      if (event.type === 'ReportSubmitted' && isReport(event.kind)) await completeReport(tx, event, complaint, now);
    }
  },
});
