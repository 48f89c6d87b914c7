/** What holds whatever people do, whatever the world tells and however long nothing happens. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readLibrary } from '../../documents/library.js';
import { instant } from '../../domain/calendar/zone.js';
import { owesBulletins } from '../../domain/complaint/bulletins.js';
import type { Context } from '../../domain/complaint/context.js';
import { isSuspended, reckonClock } from '../../domain/complaint/deadlines.js';
import { nextMoment } from '../../domain/complaint/elapse.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { fold } from '../../domain/complaint/evolve.js';
import { identified } from '../../domain/complaint/file.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { isAbove, severities } from '../../domain/rulebook/rulebook.js';
import { leapAndSteps, play } from './play.js';

const library = readLibrary(join(import.meta.dirname, '../../rulebooks'));
const ids = [...library.rulebooks.keys()];
const week = 7 * 86_400_000;
const numbers = fc.array(fc.nat(0x7fffffff), { minLength: 4, maxLength: 28, size: 'max' });
const rulebook = fc.oneof(
  { weight: 3, arbitrary: fc.constant('WY') },
  { weight: 1, arbitrary: fc.constantFrom(...ids) },
);

function ensure(holds: boolean, what: string, shown: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(shown)}`);
}

/** A bulletin is due at most a week after the last one as long as they are owed. */
function bulletinsInTime(complaint: Complaint, context: Context): void {
  if (!owesBulletins(complaint, context)) return;
  const next = complaint.nextBulletinAt ? instant(complaint.nextBulletinAt) : Infinity;
  const last = instant(complaint.marks['BulletinIssued'] ?? complaint.recordedAt);
  ensure(next > context.now && next <= last + week, 'a bulletin would come late', { next, last });
}

function severityRisesByItself(before: Complaint, events: ComplaintEvent[]): void {
  let { severity } = before;
  for (const event of events) {
    if (event.type === 'SeverityRaised')
      ensure(isAbove(severities, event.severity, severity), 'raised to no more', event);
    if (event.type === 'SeverityLowered')
      ensure(isAbove(severities, severity, event.severity), 'lowered to no less', event);
    if (event.type === 'SeverityRaised' || event.type === 'SeverityLowered') severity = event.severity;
  }
}

/** In order, without gaps, each with a clause, no clock missed twice in a round and none met that was not running. */
function eventsMakeSense(events: ComplaintEvent[]): void {
  const missed = new Set<string>();
  events.forEach((event, i) => {
    ensure(event.seq === i + 1, 'a gap', event);
    const last = events[i - 1];
    ensure(!last || instant(last.at) <= instant(event.at), 'out of order', event);
    ensure(
      ['CalendarPublished', 'OwnCalendarChanged'].includes(event.type) || event.clauses.length > 0,
      'without a clause',
      event,
    );
    if (event.type === 'DeadlineSet' && !event.because) missed.delete(event.clock);
    if (event.type === 'DeadlineMissed') {
      ensure(!missed.has(event.clock), 'missed twice', event);
      ensure(instant(event.due) < instant(event.at), 'missed too early', event);
      missed.add(event.clock);
    }
  });
}

/** What is due is what a fresh reckoning says. */
function duesAreReckoned(complaint: Complaint, context: Context): void {
  for (const [name, clock] of Object.entries(complaint.clocks)) {
    const rule = context.rulebook.clocks[name]?.[clock.rule];
    if (clock.state !== 'open' || isSuspended(name, clock, complaint) || !rule) continue;
    const { due, provisional } = reckonClock(name, complaint, context, { rule, startedAt: clock.startedAt });
    ensure(due === instant(clock.due), 'due at another time', { name, clock, due });
    ensure(provisional === Boolean(clock.provisional), 'provisional or not', { name, clock });
  }
}

test('thousands of plays keep every promise', () => {
  const run = (id: string, plan: number[]) => {
    const played = play(library, id, plan, {
      step(before, after, events, context) {
        severityRisesByItself(before, events);
        bulletinsInTime(after, context);
        const next = nextMoment(after, context);
        ensure(next === undefined || next > context.now, 'something is still due', { next, now: context.now });
      },
    });
    const { complaint, events, context } = played;
    eventsMakeSense(events);
    duesAreReckoned(complaint, context);
    const folded = identified(fold(events), complaint.id, context);
    if (!isDeepStrictEqual(folded, complaint)) expect(folded).toEqual(complaint);
    return events.length;
  };
  fc.assert(
    fc.property(rulebook, numbers, (id, plan) => {
      run(id, plan);
    }),
    { numRuns: 10_000 },
  );
}, 300_000);

test('the same play brings the same events, and a refusal changes nothing', () => {
  fc.assert(
    fc.property(rulebook, numbers, (id, plan) => {
      let seen: Complaint | undefined;
      let shown = '';
      const one = play(library, id, plan, {
        before(complaint) {
          seen = complaint;
          shown = JSON.stringify(complaint);
        },
        refused: () => ensure(JSON.stringify(seen) === shown, 'changed by a refusal', seen),
      });
      ensure(isDeepStrictEqual(one.events, play(library, id, plan).events), 'another play', plan);
    }),
    { numRuns: 1_000 },
  );
}, 300_000);

test('one leap of time and many steps miss the same clocks and reach the same severity', () => {
  fc.assert(
    fc.property(rulebook, numbers, fc.nat(60 * 24 * 100), (id, plan, minutes) => {
      const { leap, steps } = leapAndSteps(play(library, id, plan), minutes * 60_000);
      const missed = ({ clocks }: Complaint) =>
        Object.keys(clocks)
          .filter((name) => !name.startsWith('report.') && clocks[name]?.state === 'missed')
          .sort();
      expect(missed(leap)).toEqual(missed(steps));
      expect([leap.severity, leap.reached, leap.status]).toEqual([steps.severity, steps.reached, steps.status]);
    }),
    { numRuns: 1_500 },
  );
}, 300_000);
