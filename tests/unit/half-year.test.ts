/** The checks of the rehearsed half year find what they are for. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../cli/paths.js';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { instant } from '../../domain/calendar/zone.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import { bulletinsOwed } from '../half-year/owed-bulletins.js';
import { owedPapers } from '../half-year/owed-duties.js';
import { nodesOf } from '../half-year/organisation.js';

const library = readLibrary(join(projectFolder, 'rulebooks'));
const rulebook = library.rulebooks.get('WY')?.rulebook as Rulebook;
const end = '2026-04-01T10:00:00+08:00';

/** Major from its filing on, and nobody does anything but suspend it once. */
function life(): ComplaintEvent[] {
  const player = new CorePlayer(rulebook, calendarFor(library, rulebook));
  const receive = {
    at: '2026-03-02T10:00:00+08:00',
    channel: 'phone',
    text: '停电。',
    facts: { media: 'exposed' },
  } as const;
  player.receive({ storyline: 'x', rulebook: 'WY', calendar: 'CN', receive, steps: [] });
  player.passTo('2026-03-12T09:00:00+08:00');
  player.give('2026-03-12T09:00:00+08:00', {
    command: 'accept',
    input: {},
    person: { user: 'supervisor', roles: ['supervisor'] },
  });
  player.passTo('2026-03-12T10:00:00+08:00');
  player.give('2026-03-12T10:00:00+08:00', {
    command: 'suspend',
    input: { because: 'forceMajeure', reason: '特大暴雨。' },
    person: { user: 'supervisor', roles: ['supervisor'] },
  });
  player.passTo(end);
  return player.picture().events;
}
const numbered = (events: ComplaintEvent[]) => events.map((event, i) => ({ ...event, seq: i + 1 }));
const owedOf = (events: ComplaintEvent[]) => bulletinsOwed(numbered(events), 'WY', instant(end));
const faultsOf = (events: ComplaintEvent[]) => owedOf(events).faults;
const isBulletin = (event: ComplaintEvent, occasion?: string) =>
  event.type === 'BulletinIssued' && (occasion === undefined || event.occasions.includes(occasion));

describe('bulletins', () => {
  const events = life();

  test('what the core calls for is what is owed', () => {
    expect(events.filter((event) => isBulletin(event)).length).toBeGreaterThan(4);
    expect(faultsOf(events)).toEqual([]);
    expect(bulletinsOwed(events, 'WY', instant(end)).longest).toBe(7 * 86_400_000);
  });

  test('one that went out in time is not overdue because its workflow was ahead of the house', () => {
    const at = events.findIndex((event) => isBulletin(event, 'weekly'));
    const weekly = events[at] as ComplaintEvent<'BulletinIssued'>;
    const due = instant(weekly.at);
    const ahead = events.with(at, { ...weekly, at: new Date(due + 150_000).toISOString() });
    expect(owedOf(ahead).overdue).toContain(weekly.number);
    const issued = (number: number) => (number === weekly.number ? due : undefined);
    expect(bulletinsOwed(numbered(ahead), 'WY', instant(end), issued).overdue).not.toContain(weekly.number);
  });

  test.each(['SeverityRaised', 'Suspended', 'weekly'])('one that is missing is found: %s', (occasion) => {
    const at = events.findIndex((event) => isBulletin(event, occasion));
    expect(at).toBeGreaterThan(0);
    expect(faultsOf(events.toSpliced(at, 1))).not.toEqual([]);
  });

  test('one too many is found, and one of another rulebook', () => {
    const at = events.findIndex((event) => isBulletin(event, 'weekly'));
    const twice = events[at] as ComplaintEvent;
    expect(faultsOf(events.toSpliced(at, 0, twice))).not.toEqual([]);
    expect(bulletinsOwed(events, 'HA', instant(end)).faults).not.toEqual([]);
  });

  test("weeks in which it was not major are nobody's fault", () => {
    const first = events.findIndex((event) => isBulletin(event));
    const raised = events.find(({ type }) => type === 'SeverityRaised') as ComplaintEvent;
    const later = '2026-03-30T10:00:00+08:00';
    const lowered = { ...raised, type: 'SeverityLowered', severity: 'important' } as ComplaintEvent;
    const again = [raised, { ...events[first], number: 2, at: later }].map(
      (one) => ({ ...one, at: later }) as ComplaintEvent,
    );
    const through = owedOf([...events.slice(0, first + 1), lowered, ...again]);
    expect([through.faults, through.overdue]).toEqual([[], []]);
    expect(owedOf([...events.slice(0, first + 1), ...again]).overdue).toEqual([2]);
  });

  test('a last week without one is found', () => {
    const last = events.findLastIndex((event) => isBulletin(event));
    expect(faultsOf(events.slice(0, last))).toEqual(['open, major, and for more than a week without a bulletin']);
  });
});

test('duties of half a year, by hand', () => {
  const nodes = nodesOf([...library.rulebooks.keys()]);
  const owed = owedPapers(library, nodes, instant('2026-01-05T00:00:00+08:00'), instant('2026-07-06T00:00:00+08:00'));
  const of = (kind: string, node: string) => owed.filter((one) => one.kind === kind && one.node === node);
  expect(of('stockTake', 'cuihu')).toHaveLength(182);
  expect(of('weekly', 'huadong').map(({ period }) => period)).toEqual(
    Array.from({ length: 26 }, (_, i) => `2026-W${String(i + 1).padStart(2, '0')}`),
  );
  expect(of('quarterly', 'huanan').map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2']);
  expect(of('halfYearly', 'wt-project').map(({ period }) => period)).toEqual(['2026-H1']);
  expect(of('roster', 'jb-project').map(({ period }) => period)).toContain('2026-05-01');
  // 1 May to 5 May are off, Saturday the 9th is worked: three working days after Friday 24 April
  expect(of('roster', 'jb-project').find(({ period }) => period === '2026-05-01')?.due).toEqual({
    day: '2026-04-29',
    zone: 'Asia/Shanghai',
  });
});
