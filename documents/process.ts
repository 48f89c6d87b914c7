/** The process that a rulebook makes of the stages: where a complaint can stand, and what moves it from there. */
import { commands } from '../domain/complaint/commands/index.js';
import type { EventType } from '../domain/complaint/events.js';
import { type Status, statuses } from '../domain/complaint/statuses.js';
import { waits } from '../domain/complaint/way.js';
import { hasCommand } from '../domain/rights/right.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';

export interface Arrow {
  from: Status;
  to: Status;
  /** A command, or what else brings it: `time`, `followedUp`. */
  by: string;
}

/** Where events lead before stages are passed through; those not named here move nothing. */
const leadsTo: Partial<Record<EventType, Status[]>> = {
  Settled: ['closed'],
  Accepted: ['accepted'],
  Refused: ['refused'],
  Dispatched: ['dispatched'],
  TakenOver: ['investigating'],
  SentBack: ['accepted'],
  FindingsRecorded: ['planning'],
  PlanProposed: ['awaitingApproval'],
  PlanApproved: ['replying'],
  PlanReturned: ['planning'],
  Replied: ['replied'],
  CustomerAgreed: ['carryingOut'],
  CustomerDisagreed: ['negotiating'],
  CarriedOut: ['verifying'],
  Verified: ['revisiting'],
  VerificationFailed: ['carryingOut'],
  RevisitRecorded: ['revisiting', 'closed'],
  RevisitExempted: ['observing'],
  Reopened: ['planning'],
  Withdrawn: ['withdrawn'],
  MarkedUnclosed: ['unclosed'],
  Pursued: ['planning'],
  WrittenOff: ['writtenOff'],
  Reinstated: ['unclosed'],
  Merged: ['merged'],
};

/** Taken from nearly everywhere: told in words, so that the picture stays one. */
export const asides = ['withdraw', 'merge', 'unmerge', 'markUnclosed'];

/** Every move of a complaint under a rulebook, from where it is received on. */
export function arrowsOf(rulebook: Rulebook): Arrow[] {
  const arrows: Arrow[] = [];
  const reached = new Set<Status>(['received']);
  for (const from of reached) {
    const add = (to: Status, by: string) => {
      reached.add(to);
      if (!arrows.some((one) => one.from === from && one.to === to && one.by === by)) arrows.push({ from, to, by });
    };
    for (const { name, events } of commandsAt(from, rulebook)) {
      for (const target of events.flatMap((event) => leadsTo[event] ?? [])) {
        for (const to of restsAt(target, rulebook)) add(to, name);
      }
    }
    if (from === 'observing') add('closed', 'time');
    if (['revisiting', 'observing', 'closed'].includes(from)) {
      for (const to of restsAt('planning', rulebook)) add(to, 'followedUp');
    }
  }
  const undone = [...reached].filter((to) => commands['merge']?.from.includes(to));
  if (reached.has('merged')) arrows.push(...undone.map((to): Arrow => ({ from: 'merged', to, by: 'unmerge' })));
  const order = ({ from, to }: Arrow) => statuses.indexOf(from) * statuses.length + statuses.indexOf(to);
  return arrows.sort((a, b) => order(a) - order(b));
}

/** The commands that a rulebook has in a status, whoever may give them. */
export function commandsAt(status: Status, rulebook: Rulebook) {
  const standing = standsAt(status, rulebook);
  return Object.values(commands).filter(
    (command) => hasCommand(rulebook, command) && standing.some((one) => command.from.includes(one)),
  );
}

/** Where a complaint that is to stand at a status may come to stand: conditions decide in the single case. */
function restsAt(status: Status, rulebook: Rulebook): Status[] {
  if (status === 'revisiting' && rulebook.stages.revisit === false) return ['closed'];
  if (status === 'revisiting') return typeof rulebook.stages.revisit === 'object' ? [status, 'closed'] : [status];
  const wait = waits[status];
  const presence = wait && rulebook.stages[wait.stage];
  if (!wait || presence === true || presence === 'optional') return [status];
  return [...(presence === false ? [] : [status]), ...restsAt(wait.next, rulebook)];
}

/** A status, and those after it that are reached by leaving out optional stages. */
function standsAt(status: Status, rulebook: Rulebook): Status[] {
  const wait = waits[status];
  if (!wait || rulebook.stages[wait.stage] !== 'optional') return [status];
  return [status, ...restsAt(wait.next, rulebook).flatMap((next) => standsAt(next, rulebook))];
}

/** The picture for Mermaid; arrows between the same two are one. */
export function mermaid(rulebook: Rulebook): string {
  const drawn = arrowsOf(rulebook).filter(({ by }) => !asides.includes(by));
  const lines = new Map<string, string[]>();
  for (const { from, to, by } of drawn) {
    const line = `${from} --> ${to}`;
    lines.set(line, [...(lines.get(line) ?? []), by]);
  }
  const ends = (['closed', 'refused', 'writtenOff'] as Status[]).filter((end) => drawn.some(({ to }) => to === end));
  return [
    'stateDiagram-v2',
    '    [*] --> received: file',
    ...[...lines].map(([line, by]) => `    ${line}: ${[...new Set(by)].join(', ')}`),
    ...ends.map((end) => `    ${end} --> [*]`),
  ].join('\n');
}
