/** The rulebook and calendar that apply to a complaint. */
import { Injectable } from '@nestjs/common';
import { calendarFor } from '../../documents/library.js';
import { pinned } from '../../domain/calendar/calendar.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Context } from '../../domain/complaint/context.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import type { ComplaintInput } from '../../workflows/messages.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { ApiOptions } from '../options.js';

export interface Rules {
  rulebook: Rulebook;
  calendar: Context['calendar'];
  /** With the clauses' texts; absent for a version that is not in the library any more. */
  document?: RulebookDocument;
}

const remembered = 50;

@Injectable()
export class RulesFinder {
  // versions never change, so that remembering them is safe in any number of processes
  private readonly old = new Map<string, Rules>();

  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
  ) {}

  /** Those for a new complaint that arrived then (epoch milliseconds); undefined when there is no such rulebook. */
  forNew(id: string, arrivedAt: number): Rules | undefined {
    const found = this.options.library.rulebooks.get(id);
    if (!found) return undefined;
    const calendar = calendarFor(this.options.library, found.rulebook);
    return { ...found, calendar: pinned(calendar, new Date(arrivedAt).getUTCFullYear()) };
  }

  /** Those that a complaint is under: from the library, or from its own workflow when the version is an old one. */
  async of(complaint: Complaint): Promise<Rules | undefined> {
    const { id, version } = complaint.rulebook;
    const current = this.forNew(id, instant(complaint.arrivedAt));
    if (current?.rulebook.version === version) return current;
    const key = `${id}@${version}`;
    const known = this.old.get(key);
    if (known) return known;
    const input = await this.engine.pinned(complaint.id).catch(() => undefined);
    if (!input) return current;
    const rules = { rulebook: input.rulebook, calendar: input.calendar };
    if (this.old.size >= remembered) this.old.clear();
    this.old.set(key, rules);
    return rules;
  }

  /** What the workflow of a complaint that has ended is started with again. */
  restart(complaint: Complaint): Promise<ComplaintInput | undefined> {
    return this.engine.snapshot(complaint, () => {
      const rules = this.forNew(complaint.rulebook.id, instant(complaint.arrivedAt));
      if (!rules) return undefined;
      const { id, number, project, channel, receivedBy, text, complainant } = complaint;
      const intake = { id, number, project, channel, receivedBy, text, complainant } as ComplaintInput['intake'];
      const { rulebook, calendar } = rules;
      return { intake, actor: { system: 'rules' }, recordedAt: instant(complaint.recordedAt), rulebook, calendar };
    });
  }
}
