/** What a draft would have made of complaints that were: each is played under the rulebook in force and under the draft. */
import type { Calendar } from '../calendar/calendar.js';
import { instant } from '../calendar/zone.js';
import type { ComplaintEvent } from '../complaint/events.js';
import { type Rulebook, severities, type Severity } from '../rulebook/rulebook.js';
import { CorePlayer } from './core.js';
import { perform } from './perform.js';
import type { Storyline } from './storyline.js';

export interface Regime {
  rulebook: Rulebook;
  calendar: Calendar;
}

export type Change = 'earlier' | 'later' | 'new' | 'gone';

/** A clock's round that would be due at another moment, or only under one of the two. */
export interface Moved {
  clock: string;
  round: number;
  change: Change;
  before?: string;
  after?: string;
}

export interface Comparison {
  storyline: string;
  moved: Moved[];
  /** Clocks missed under one of the two only. */
  missed: { more: string[]; fewer: string[] };
  /** Rungs reached under one of the two only. */
  rungs: { more: Severity[]; fewer: Severity[] };
  /** What people did that only one of the two lets them do. */
  refused: { more: string[]; fewer: string[] };
}

/** Plays one storyline under both. Its expectations are those of its own rulebook and not asked. */
export async function backtest(storyline: Storyline, inForce: Regime, draft: Regime): Promise<Comparison> {
  // each is played under one version from its beginning to its end
  const steps = storyline.steps.filter((step) => step.do !== 'changeRulebook').map(({ expect: _, ...step }) => step);
  const bare = { ...storyline, steps };
  const [before, after] = [await play(bare, inForce), await play(bare, draft)];
  return {
    storyline: storyline.storyline,
    moved: movedBetween(before.rounds, after.rounds),
    missed: between(before.missed, after.missed),
    rungs: between(before.rungs, after.rungs),
    refused: between(before.refused, after.refused),
  };
}

interface Course {
  /** The due moment of each round by clock: the last one that was set. */
  rounds: Map<string, string[]>;
  missed: string[];
  rungs: Severity[];
  refused: string[];
}

async function play(storyline: Storyline, { rulebook, calendar }: Regime): Promise<Course> {
  const { events, expectations } = await perform(storyline, new CorePlayer(rulebook, calendar));
  const course: Course = { rounds: new Map(), missed: [], rungs: [], refused: [] };
  for (const event of events) follow(course, event);
  // with no expectation stated, what is left are the steps that were refused
  course.refused = expectations.map(({ at, path }) => `${path} ${at}`);
  return course;
}

function follow({ rounds, missed, rungs }: Course, event: ComplaintEvent): void {
  if (event.type === 'DeadlineSet') {
    const known = rounds.get(event.clock) ?? [];
    if (event.because === undefined || known.length === 0) rounds.set(event.clock, [...known, event.due]);
    else known[known.length - 1] = event.due;
  }
  if (event.type === 'DeadlineMissed') missed.push(event.clock);
  if (event.type === 'SeverityRaised') rungs.push(event.severity);
}

function movedBetween(before: Course['rounds'], after: Course['rounds']): Moved[] {
  const clocks = [...new Set([...before.keys(), ...after.keys()])];
  return clocks.flatMap((clock) => {
    const [was, is] = [before.get(clock) ?? [], after.get(clock) ?? []];
    return Array.from({ length: Math.max(was.length, is.length) }, (_, i) => i).flatMap((i): Moved[] => {
      const change = changeOf(was[i], is[i]);
      if (!change) return [];
      return [
        { clock, round: i + 1, change, ...(was[i] ? { before: was[i] } : {}), ...(is[i] ? { after: is[i] } : {}) },
      ];
    });
  });
}

function changeOf(before: string | undefined, after: string | undefined): Change | undefined {
  if (before === undefined) return 'new';
  if (after === undefined) return 'gone';
  const by = instant(after) - instant(before);
  if (by === 0) return undefined;
  return by < 0 ? 'earlier' : 'later';
}

/** What is in one list and not, or not as often, in the other. */
function between<T>(before: T[], after: T[]): { more: T[]; fewer: T[] } {
  return { more: beyond(after, before), fewer: beyond(before, after) };
}

function beyond<T>(all: T[], known: T[]): T[] {
  const left = new Map<T, number>();
  for (const one of known) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const n = left.get(one) ?? 0;
    left.set(one, n - 1);
    return n <= 0;
  });
}

export interface Totals {
  storylines: number;
  /** Those of which nothing would have been different. */
  same: number;
  clocks: Record<string, Record<Change | 'missedMore' | 'missedFewer', number>>;
  rungs: Partial<Record<Severity, { more: number; fewer: number }>>;
  refused: { more: number; fewer: number };
}

export const noTotals = (): Totals => ({
  storylines: 0,
  same: 0,
  clocks: {},
  rungs: {},
  refused: { more: 0, fewer: 0 },
});

/** Adds a comparison to the totals: constant work for each, whatever came before it. */
export function count(totals: Totals, { moved, missed, rungs, refused }: Comparison): void {
  totals.storylines++;
  const clock = (name: string) =>
    (totals.clocks[name] ??= { earlier: 0, later: 0, new: 0, gone: 0, missedMore: 0, missedFewer: 0 });
  for (const one of moved) clock(one.clock)[one.change]++;
  for (const name of missed.more) clock(name).missedMore++;
  for (const name of missed.fewer) clock(name).missedFewer++;
  for (const severity of severities) {
    const [more, fewer] = [rungs.more, rungs.fewer].map((all) => all.filter((one) => one === severity).length);
    if (!more && !fewer) continue;
    const rung = (totals.rungs[severity] ??= { more: 0, fewer: 0 });
    rung.more += more ?? 0;
    rung.fewer += fewer ?? 0;
  }
  totals.refused.more += refused.more.length;
  totals.refused.fewer += refused.fewer.length;
  if (isSame({ moved, missed, rungs, refused })) totals.same++;
}

/** Whether nothing would have been different. */
export function isSame({ moved, missed, rungs, refused }: Omit<Comparison, 'storyline'>): boolean {
  const changes = [moved, ...[missed, rungs, refused].flatMap(({ more, fewer }): unknown[][] => [more, fewer])];
  return changes.every((list) => list.length === 0);
}
