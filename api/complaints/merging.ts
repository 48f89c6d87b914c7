/** Merging: whether one complaint may go on in another, which only the tables know. */
import type { DataSource } from 'typeorm';
import { lockMatters } from '../../database/matters/regroup.js';
import type { Viewer } from '../../database/queries/access.js';
import { mergeTarget } from '../../database/queries/matters.js';
import { areMembersUnseen } from '../../database/queries/merges.js';
import { ended } from '../../domain/complaint/statuses.js';
import { invalid, Problem } from '../kernel/problem.js';

/**
 * Gives the command while nobody else merges in the project, so that two never go on in each other. Throws what
 * speaks against it: another project, or one that has ended or goes on elsewhere itself. `give` is told whether complaints that
 * the giver does not see go on in it, and no others.
 */
export async function merging<T>(
  dataSource: DataSource,
  viewer: Viewer,
  { id, into }: { id: string; into: string },
  give: (membersUnseen: boolean) => Promise<T>,
): Promise<T> {
  if (into === id) throw invalid({ path: 'into', message: 'is the complaint itself' });
  const own = await mergeTarget(dataSource, id, viewer);
  return await dataSource.transaction(async (tx) => {
    if (own) await lockMatters(tx, [own.project]);
    const target = await mergeTarget(dataSource, into, viewer);
    if (!target) throw invalid({ path: 'into', message: 'is no complaint' });
    // a request that is repeated has its answer
    if (own?.mergedFrom?.into === into) return give(false);
    if (own && own.project !== target.project) throw refused('otherProject', 'It is a complaint of another project.');
    if (target.mergedFrom) throw refused('merged', 'It goes on in another complaint itself: merge into that one.');
    if ((ended as string[]).includes(target.status)) throw refused('ended', 'It has ended: nothing goes on in it.');
    return give(await areMembersUnseen(dataSource, id, viewer));
  });
}

const refused = (because: string, detail: string): Problem =>
  new Problem(409, 'not-mergeable', { detail, params: { because }, clauses: [] });
