/** The rulebook and calendar that apply to a complaint. */
import { Injectable } from '@nestjs/common';
import { calendarFor } from '../../documents/library.js';
import { type Calendar, pinned } from '../../domain/calendar/calendar.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import type { ComplaintInput } from '../../workflows/messages.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { ApiOptions } from '../options.js';
import { RulebookVersions } from '../rulebooks/versions.js';

export interface Rules {
  rulebook: Rulebook;
  calendar: Calendar;
  /** With the clauses' texts; absent for a version that only the complaint's own workflow knows. */
  document?: RulebookDocument;
}

/** A version of a rulebook, for a complaint of a project that arrived then (epoch milliseconds). */
export interface Wanted {
  rulebook: string;
  version: number;
  project: string;
  arrivedAt: number;
}

const remembered = 50;

@Injectable()
export class RulesFinder {
  // what a workflow was started with never changes
  private readonly foreign = new Map<string, Rules>();

  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
    private readonly versions: RulebookVersions,
  ) {}

  /** Those of an approved version; undefined when there is no such version. */
  async forVersion({ rulebook: id, version, project, arrivedAt }: Wanted): Promise<Rules | undefined> {
    const found = await this.versions.one(id, version);
    return found && { ...found, calendar: await this.calendar(found.rulebook, project, arrivedAt) };
  }

  /** Those that a complaint is under: of its version, or from its own workflow when no such version is kept here. */
  async of(complaint: Complaint): Promise<Rules | undefined> {
    const found = await this.forVersion(wantedOf(complaint));
    if (found) return found;
    const { id, version } = complaint.rulebook;
    const key = `${id}@${version}`;
    const known = this.foreign.get(key);
    if (known) return known;
    const input = await this.engine.pinned(complaint.id).catch(() => undefined);
    if (!input) return undefined;
    const rules = { rulebook: input.rulebook, calendar: input.calendar };
    if (this.foreign.size >= remembered) this.foreign.clear();
    this.foreign.set(key, rules);
    return rules;
  }

  /** What the workflow of a complaint that has ended is started with again. */
  async restart(complaint: Complaint): Promise<ComplaintInput | undefined> {
    const pinnedInput = await this.engine.pinned(complaint.id);
    const rules = pinnedInput ?? (await this.forVersion(wantedOf(complaint)));
    if (!rules) return undefined;
    const { id, number, project, channel, receivedBy, text, complainant } = complaint;
    const intake = { id, number, project, channel, receivedBy, text, complainant } as ComplaintInput['intake'];
    const { rulebook, calendar } = rules;
    const anew = {
      intake,
      actor: { system: 'rules' as const },
      recordedAt: instant(complaint.recordedAt),
      rulebook,
      calendar,
    };
    return { ...(pinnedInput ?? anew), snapshot: complaint };
  }

  /** THE place where the calendar of a rulebook in a project is found, for a complaint that arrived then (epoch milliseconds). */
  // eslint-disable-next-line @typescript-eslint/require-await
  private async calendar(rulebook: Rulebook, _project: string, arrivedAt: number): Promise<Calendar> {
    return pinned(calendarFor(this.options.library, rulebook), new Date(arrivedAt).getUTCFullYear());
  }
}

const wantedOf = ({ rulebook, project, arrivedAt }: Complaint): Wanted => ({
  rulebook: rulebook.id,
  version: rulebook.version,
  project,
  arrivedAt: instant(arrivedAt),
});
