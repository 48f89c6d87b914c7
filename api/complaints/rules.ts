/** The rulebook and calendar that apply to a complaint. */
import { Injectable } from '@nestjs/common';
import { calendarFor } from '../../documents/library.js';
import { type Calendar, pinned } from '../../domain/calendar/calendar.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import type { ComplaintInput } from '../../workflows/messages.js';
import { CalendarFinder, type Place } from '../calendars/calendar-finder.js';
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
  /** Of a filing: where. */
  place?: Place;
  /** Of a complaint: what its calendar was put together of. */
  calendarKey?: string;
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
    private readonly calendars: CalendarFinder,
  ) {}

  /** Those of an approved version; undefined when there is no such version. */
  async forVersion(wanted: Wanted): Promise<Rules | undefined> {
    const found = await this.versions.one(wanted.rulebook, wanted.version);
    return found && { ...found, calendar: await this.calendar(found.rulebook, wanted) };
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

  /** The number of the version that is in force now. */
  async inForce(rulebook: string): Promise<number | undefined> {
    return (await this.versions.inForce(rulebook))?.rulebook.version;
  }

  /** The version that is in force now, if it is this one, as open complaints may go on under it: its business hours said. */
  async offered(rulebook: string, version: number): Promise<Rulebook | undefined> {
    const found = await this.versions.inForce(rulebook);
    return found?.rulebook.version === version ? this.withHours(found.rulebook) : undefined;
  }

  /** What the workflow of a complaint that has ended is started with again. */
  async restart(complaint: Complaint): Promise<ComplaintInput | undefined> {
    const started = await this.engine.pinned(complaint.id);
    if (started?.rulebook.version === complaint.rulebook.version) return { ...started, snapshot: complaint };
    const rules = await this.forVersion(wantedOf(complaint));
    if (!rules) return undefined;
    const rulebook = this.withHours(rules.rulebook);
    // it was moved to another version since: its calendar stays, business hours are the rulebook's
    const calendar = { ...(started?.calendar ?? rules.calendar), ...rulebook.hours };
    const { id, number, project, channel, receivedBy, text, complainant } = complaint;
    const intake = { id, number, project, channel, receivedBy, text, complainant } as ComplaintInput['intake'];
    const anew = { intake, actor: { system: 'rules' as const }, recordedAt: instant(complaint.recordedAt) };
    return { ...(started ?? anew), rulebook, calendar, snapshot: complaint };
  }

  private withHours(rulebook: Rulebook): Rulebook {
    const { opens, closes } = calendarFor(this.options.library, rulebook);
    return { ...rulebook, hours: { opens, closes } };
  }

  /** Of a filing as it holds now, of a complaint as it was pinned, or else what ships. */
  private async calendar(rulebook: Rulebook, { place, calendarKey, arrivedAt }: Wanted): Promise<Calendar> {
    if (place) return this.calendars.forFiling(rulebook, place, arrivedAt);
    const found = calendarKey === undefined ? undefined : await this.calendars.byKey(rulebook, calendarKey);
    return found ?? pinned(calendarFor(this.options.library, rulebook), new Date(arrivedAt).getUTCFullYear());
  }
}

const wantedOf = ({ rulebook, project, arrivedAt, calendarKey }: Complaint): Wanted => ({
  rulebook: rulebook.id,
  version: rulebook.version,
  project,
  arrivedAt: instant(arrivedAt),
  ...(calendarKey === undefined ? {} : { calendarKey }),
});
