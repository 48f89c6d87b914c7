/** What a batch of each kind is to do, as it stands in `batches.task`. */
import type { CalendarYear } from '../domain/calendar/calendar.js';
import type { Person } from '../domain/complaint/actor.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import type { Selection } from './queries/selection.js';

export interface BatchTasks {
  /** A year's calendar is told to the complaints that pin it. */
  calendarPublished: { selection: Selection; calendar: string; year: string; published: CalendarYear };
  /** What the nodes have of their own is told to the complaints below one of them. */
  ownCalendarChanged: { selection: Selection; node: string };
  /** Complaints go on under another version of their rulebook, by value. */
  changeRulebook: { selection: Selection; rulebook: Rulebook; reason: string; person: Person };
  /** Unclosed complaints of a year are written off, each with its analysis; `paper`: the approved list. */
  writeOff: { selection: Selection; analyses: Record<string, string>; person: Person; paper?: string };
  /** The write-off of a batch is taken back: those of it that are still written off. */
  reinstate: { selection: Selection; reason: string; person: Person; of: string };
  /** What somebody handles goes to another handler. */
  reassign: { selection: Selection; to: string; person: Person };
}

export type BatchKindName = keyof BatchTasks;
