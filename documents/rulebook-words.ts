/** The words that a rulebook may use: events, and what conditions ask with the values that there are. */
import { commands } from '../domain/complaint/commands/index.js';
import { clockEvents } from '../domain/complaint/events.js';
import { channels } from '../domain/complaint/file.js';
import type { Condition, Expected, Scalar } from '../domain/rulebook/condition.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { type Presence, severities, tiers } from '../domain/rulebook/rulebook.js';
import type { Said } from './problem.js';
import type { Path, SenseProblem } from './rulebook-sense.js';

/** What the world tells and what follows by the rules, beside what commands bring. */
const others = [
  'Received', 'Urged', 'FollowedUp', 'Joined', 'SameMatterCounted', 'CrewReported', 'CalendarPublished',
  'OwnCalendarChanged', 'SeverityRaised', 'BulletinIssued', 'ReportDue', 'SheetOverdue', 'FirstReceiverTold', 'Closed',
]; // prettier-ignore

/** Every type of event that something can start from or turn on. */
export const eventTypes: readonly string[] = [
  ...new Set([...Object.values(commands).flatMap(({ events }) => events as string[]), ...others]),
];

/** Every type there is: those that clocks bring and what a complaint is told of others, too. */
export const allEvents: readonly string[] = [...eventTypes, ...clockEvents, 'Restricted', 'MemberJoined', 'MemberLeft', 'ParentTold']; // prettier-ignore

export const noEvent = (type: string, known: readonly string[]): Said => ({
  message: `there is no event "${type}"; known are ${known.join(', ')}`,
  zh: `没有事件“${type}”：可以写 ${known.join(', ')}`,
});

export const noSeverity = (severity: string): Said => ({
  message: `nothing becomes ${severity} here: add it to severities`,
  zh: `本规程没有 ${severity} 这一级别：请加到 severities`,
});

export const noTier = (tier: string, known: readonly string[]): Said => ({
  message: `"${tier}" is none of this rulebook's tiers: ${known.join(', ')}`,
  zh: `“${tier}”不是本规程的层级：${known.join(', ')}`,
});

/** The values that a condition may ask for, by key; numbers where there is no list. */
export type Words = Partial<Record<string, readonly Scalar[] | 'number'>>;

export function wordsOf(document: RulebookDocument): Words {
  const reachable = ['ordinary', ...severities.filter((one) => one in (document.severities ?? {}))];
  const flag = [true, false];
  return {
    channel: channels,
    receivedBy: tiers,
    tier: tiers,
    category: Object.keys(document.categories),
    nature: ['people', 'facility', 'material', 'method', 'environment'],
    grade: Object.keys(document.grades ?? {}),
    payer: Object.keys(document.payers ?? {}),
    moment: ['beforeOpening', 'open', 'outOfHours'],
    severity: reachable,
    reached: reachable,
    lawsuit: ['threatened', 'begun'],
    media: ['threatened', 'exposed'],
    people: 'number',
    planDays: 'number',
    disagreed: 'number',
    ...Object.fromEntries(
      ['valid', 'complex', 'anonymous', 'safety', 'serious', 'important', 'dutyUnclear', 'handled'].map((key) => [
        key,
        flag,
      ]),
    ),
  };
}

/** Values that a condition asks for and that there are none of. */
export function presenceProblems(presence: Presence | undefined, path: Path, words: Words): SenseProblem[] {
  if (typeof presence !== 'object') return [];
  if (Array.isArray(presence)) return presence.flatMap((one, i) => conditionProblems(one, [...path, i], words));
  return conditionProblems(presence, path, words);
}

function conditionProblems(condition: Condition, path: Path, words: Words): SenseProblem[] {
  return Object.entries(condition).flatMap(([key, expected]) => {
    const known = words[key];
    const here = [...path, key];
    if (isOver(expected))
      return known === 'number'
        ? []
        : [{ path: here, message: `"${key}" is no number: over will not do`, zh: `“${key}”不是数字，不能用 over` }];
    return valuesOf(expected).flatMap((value) => {
      if (known === 'number')
        return typeof value === 'number'
          ? []
          : [{ path: here, message: `"${String(value)}" is no number`, zh: `“${String(value)}”不是数字` }];
      if (known?.includes(value)) return [];
      const some = known && known.length > 0 ? known.join(', ') : undefined;
      return [
        {
          path: here,
          message: `there is no ${key} "${String(value)}"; ${some ? `known are ${some}` : 'this rulebook has none'}`,
          zh: `${key} 没有“${String(value)}”：${some ? `可以写 ${some}` : '本规程没有设'}`,
        },
      ];
    });
  });
}

export const isOver = (expected: Expected): expected is { over: number } =>
  typeof expected === 'object' && !Array.isArray(expected) && 'over' in expected;

/** The values that an expectation names, those that it excludes as well. */
export function valuesOf(expected: Exclude<Expected, { over: number }>): Scalar[] {
  const named = typeof expected === 'object' && !Array.isArray(expected) ? expected.not : expected;
  return Array.isArray(named) ? named : [named];
}
