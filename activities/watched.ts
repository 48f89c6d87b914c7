import { Context } from '@temporalio/activity';
import type { DataSource } from 'typeorm';
import { forgetTrouble, noteTrouble, type TroubleKind } from '../database/queries/troubles.js';

/** Does the work of an activity; when it keeps failing, those who watch over the house see it, until it is done. */
export async function watched<T>(
  dataSource: DataSource,
  kind: TroubleKind,
  ref: string,
  work: () => Promise<T>,
): Promise<T> {
  const { attempt, isLocal } = Context.current().info;
  // the quick tries of a workflow task are followed by patient ones
  if (isLocal) return work();
  try {
    const done = await work();
    if (attempt > 1) await forgetTrouble(dataSource, kind, ref);
    return done;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await noteTrouble(dataSource, { kind, ref, failures: attempt, problem }).catch(() => undefined);
    throw error;
  }
}
