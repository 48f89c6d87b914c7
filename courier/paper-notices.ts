/** Tells people what is to be done with papers, and what has come. */
import type { DataSource, EntityManager } from 'typeorm';
import { missingOf } from '../database/change-papers.js';
import { addNotices, type NewNotice } from '../database/queries/notices.js';
import { markStepsTold, nearestHolders, type UntoldStep, untoldSteps } from '../database/queries/paper-steps.js';
import { findPaper } from '../database/queries/papers.js';
import { timingOf, usualPreferences, wants } from '../domain/notice/timing.js';
import { sayOfPaper, tellingOf } from '../domain/paper/telling.js';
import type { NoticeMeans } from './readers/notices.js';

const pageSize = 50;
// what comes to light only now is no news any more
const stale = 7 * 86_400_000; // ms

/** One page of steps; answers whether more may be waiting. */
export async function tellOfPapers(dataSource: DataSource, means: NoticeMeans): Promise<boolean> {
  return await dataSource.transaction(async (tx) => {
    const steps = await untoldSteps(tx, pageSize);
    for (const step of steps) await addNotices(tx, await noticesOf(tx, step, means));
    if (steps.length > 0)
      await markStepsTold(
        tx,
        steps.map(({ id }) => id),
      );
    return steps.length === pageSize;
  });
}

async function noticesOf(tx: EntityManager, step: UntoldStep, { mail, now }: NoticeMeans): Promise<NewNotice[]> {
  const at = now();
  const found = at - step.at.getTime() < stale ? await findPaper(tx, step.paper, null) : undefined;
  if (!found) return [];
  const paper = { ...found.paper, missing: await missingOf(tx, found.paper) };
  const telling = tellingOf(step.step, paper);
  // what went out meanwhile needs no writing any more
  if (!telling || (telling.at === 'node' && paper.state === 'issued')) return [];
  const node = telling.at === 'addressee' ? (paper.addressee ?? paper.node) : paper.node;
  const people = await nearestHolders(tx, node.id, telling.roles, paper.complaint?.id ?? null);
  return people
    .filter(({ id }) => id !== step.user)
    .flatMap((person) => {
      const preferences = { ...usualPreferences, ...person.preferences };
      const { kind, urgent } = telling;
      const { notBefore, digest } = timingOf(preferences, urgent, at, paper.zone);
      const content = sayOfPaper(step.step, paper, step.note ?? undefined);
      const base = {
        about: `paper/${paper.id}/${step.id}`,
        complaint: null,
        mark: `Paper:${step.step}`,
        ...{ kind, urgent, content },
        recipient: person.id,
      };
      const address = { key: `user:${person.id}`, user: person.id };
      const inbox: NewNotice = { ...base, way: 'inbox', address: null, digest: false, notBefore: new Date(at) };
      const email: NewNotice = { ...base, way: 'email', address, digest, notBefore: new Date(notBefore) };
      return [
        ...(wants(preferences, kind, 'inbox', urgent) ? [inbox] : []),
        ...(mail && wants(preferences, kind, 'email', urgent) ? [email] : []),
      ];
    });
}
