/** Drafts of rulebooks: written, changed, approved by a second person, withdrawn before they bind anybody. */
import { Injectable } from '@nestjs/common';
import { isStorable } from '../../database/plain-text.js';
import type { Viewer } from '../../database/queries/access.js';
import {
  approveDraft,
  changeDraft,
  deleteDraft,
  insertDraft,
  openComplaints,
  type VersionInFull,
  versionOf,
  versionsOf,
  withdrawVersion,
} from '../../database/queries/rulebook-versions.js';
import { type Checked, checkRulebook, numbered } from '../../documents/checked.js';
import { atTime, dateOf, plusDays } from '../../domain/calendar/zone.js';
import { invalid, notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import type { ApprovalInput, DraftInput } from './inputs.js';
import { versionView } from './version-view.js';

@Injectable()
export class DraftDesk {
  constructor(private readonly options: ApiOptions) {}

  check(text: string, id?: string): Checked {
    const zones = new Map([...this.options.library.calendars].map(([calendar, { zone }]) => [calendar, zone]));
    return checkRulebook(text, zones, id);
  }

  /** The first draft of a rulebook of its own; answers its id and number. */
  async begin(viewer: Viewer, { text = '', why }: DraftInput): Promise<{ id: string; version: number }> {
    const { document, problems } = this.check(numbered(text, 1));
    if (!document) throw new Problem(400, 'invalid', { errors: problems });
    const { rulebook: id } = document;
    if ((await versionsOf(this.options.dataSource, id)).length > 0) throw exists(id);
    const version = await insertDraft(this.options.dataSource, id, viewer.user, (next) => {
      if (next !== 1) throw exists(id);
      return { text: numbered(text, 1), document, why };
    });
    return { id, version };
  }

  /** A new draft: from a text, else a copy of a version, else of the latest. */
  async write(viewer: Viewer, id: string, { text, copyOf, why }: DraftInput): Promise<number> {
    const { dataSource } = this.options;
    const [latest] = isStorable(id) ? await versionsOf(dataSource, id) : [];
    if (!latest) throw notFound();
    if (text !== undefined && copyOf !== undefined)
      throw invalid({ path: 'copyOf', message: 'cannot be given with a text' });
    const copied = text ?? (await versionOf(dataSource, id, copyOf ?? latest.version))?.text;
    if (copied === undefined) throw invalid({ path: 'copyOf', message: `${id} has no version ${copyOf}` });
    return insertDraft(dataSource, id, viewer.user, (version) => this.written(id, version, copied, why));
  }

  async change(viewer: Viewer, { id, version, revision }: Tagged, { text, why }: DraftInput): Promise<void> {
    const found = await this.draft(id, version);
    const written = this.written(id, version, text ?? found.text, why);
    const read = { id, version, revision: matched(revision, found) };
    if (!(await changeDraft(this.options.dataSource, read, viewer.user, written))) throw stale(found);
  }

  async discard(id: string, version: number): Promise<void> {
    await this.draft(id, version);
    if (!(await deleteDraft(this.options.dataSource, id, version))) throw new Problem(409, 'not-a-draft');
  }

  /** By a second person, checked once more, never in the past. */
  async approve(
    viewer: Viewer,
    { id, version, revision }: Tagged,
    { inForceFrom, remarks }: ApprovalInput,
  ): Promise<void> {
    const found = await this.draft(id, version);
    if ([found.writtenBy?.id, found.changedBy?.id].includes(viewer.user)) throw new Problem(409, 'self-approval');
    const read = { id, version, revision: matched(revision, found) };
    const { document, problems } = this.check(found.text, id);
    if (!document || !found.document) throw new Problem(409, 'has-problems', { errors: problems });
    const today = dateOf(Date.now(), document.zone);
    const date = inForceFrom ?? today;
    if (plusDays(date, 0) !== date) throw invalid({ path: 'inForceFrom', message: 'is no day of the calendar' });
    if (date < today) throw invalid({ path: 'inForceFrom', message: `is past: ${today} is the earliest` });
    const approval = {
      user: viewer.user,
      inForceFrom: new Date(atTime(date, '00:00', document.zone)),
      ...(remarks === undefined ? {} : { remarks }),
    };
    if (!(await approveDraft(this.options.dataSource, read, approval))) throw stale(found);
  }

  /** Before it comes into force, never after. */
  async withdraw({ user }: Viewer, id: string, version: number, reason: string): Promise<void> {
    const found = await this.any(id, version);
    if (found.state === 'draft') throw new Problem(409, 'not-approved');
    if (found.state === 'withdrawn') throw new Problem(409, 'already');
    if (!(await withdrawVersion(this.options.dataSource, { id, version, user, reason })))
      throw new Problem(409, 'in-force');
  }

  /** Throws not-found. */
  async any(id: string, version: number): Promise<VersionInFull> {
    const found = isStorable(id) && (await versionOf(this.options.dataSource, id, version));
    if (!found) throw notFound();
    return found;
  }

  /** As clients see it. Throws not-found. */
  async view(id: string, version: number) {
    const found = await this.any(id, version);
    const counts = await openComplaints(this.options.dataSource, id);
    const problems = found.state === 'draft' ? this.check(found.text, id).problems : [];
    return versionView(found, counts.get(version) ?? 0, problems);
  }

  private async draft(id: string, version: number): Promise<VersionInFull> {
    const found = await this.any(id, version);
    if (found.state !== 'draft') throw new Problem(409, 'not-a-draft', { params: { version } });
    return found;
  }

  private written(id: string, version: number, given: string, why: string) {
    const text = numbered(given, version);
    const { document } = this.check(text, id);
    return { text, why, ...(document ? { document } : {}) };
  }
}

/** A version as a request names it, with the revision of its If-Match. */
export interface Tagged {
  id: string;
  version: number;
  revision?: number;
}

const exists = (id: string) => new Problem(409, 'rulebook-exists', { params: { rulebook: id } });
const stale = ({ revision }: VersionInFull) => new Problem(412, 'stale', { params: { revision } });

/** What was approved or changed must be what was read. */
function matched(revision: number | undefined, found: VersionInFull): number {
  if (revision === undefined) {
    throw invalid({ path: 'If-Match', message: 'must be the ETag of the version as it was read' });
  }
  if (revision !== found.revision) throw stale(found);
  return revision;
}
