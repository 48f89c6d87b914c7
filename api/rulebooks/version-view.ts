/** Versions of rulebooks as clients see them. */
import type { VersionHead, VersionInFull } from '../../database/queries/rulebook-versions.js';
import type { Problem } from '../../documents/problem.js';
import { beginning } from '../../database/queries/shipped-rulebooks.js';

const signed = (by: VersionHead['writtenBy'], at: Date) => ({ by, at: at.toISOString() });

/** A version with who, when and why. `complaints`: how many that have not ended are under it. */
export function versionHeadView(version: VersionHead, complaints: number) {
  const { id, version: number, title, state, origin, revision, why, remarks, withdrawnWhy } = version;
  const { approvedAt, withdrawnAt, inForceFrom, inForceTo } = version;
  return {
    ...{ id, version: number, ...(title ? { title } : {}), state, origin, revision, why },
    written: signed(version.writtenBy, version.writtenAt),
    changed: signed(version.changedBy, version.changedAt),
    ...(approvedAt
      ? { approved: { ...signed(version.approvedBy, approvedAt), ...(remarks === null ? {} : { remarks }) } }
      : {}),
    ...(inForceFrom && state === 'approved'
      ? {
          inForce: {
            ...(inForceFrom.getTime() > beginning ? { from: inForceFrom.toISOString() } : {}),
            ...(inForceTo ? { to: inForceTo.toISOString() } : {}),
            now: version.isInForce,
          },
        }
      : {}),
    ...(withdrawnAt ? { withdrawn: { ...signed(version.withdrawnBy, withdrawnAt), reason: withdrawnWhy ?? '' } } : {}),
    complaints,
  };
}

/** The same with its text, and what is wrong with a draft. */
export function versionView(version: VersionInFull, complaints: number, problems: Problem[]) {
  const { id, text, document } = version;
  return {
    ...versionHeadView(version, complaints),
    text,
    ...(document ? { document: { id, ...document } } : {}),
    problems,
  };
}
