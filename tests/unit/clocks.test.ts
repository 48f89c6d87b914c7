/** What clocks do that no WY storyline shows: budgets by grade that come and go, rounds, extensions that lose their object. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { instant } from '../../domain/calendar/zone.js';
import { handle } from '../../domain/complaint/decide.js';
import { deadlinesOf } from '../../domain/complaint/deadlines.js';
import { file } from '../../domain/complaint/file.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Role } from '../../domain/rulebook/rulebook.js';

const library = readLibrary(join(import.meta.dirname, '../../rulebooks'));

/** A complaint under a rulebook, step by step: `give('10:10', 'accept', 'supervisor', {…})`. */
function begin(id: string) {
  const rulebook = library.rulebooks.get(id)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${id}`);
  const at = (time: string) => ({
    rulebook,
    calendar: calendarFor(library, rulebook),
    now: instant(`2026-03-02T${time}:00+08:00`),
  });
  const intake = {
    id: 'x',
    number: 'X-1',
    project: 'p',
    receivedBy: 'project',
    text: '不满',
    complainant: {},
  } as const;
  let { complaint } = file({ ...intake, channel: 'phone' }, { user: 'li', role: 'reception' }, at('10:00'));
  const give = (time: string, command: string, role: Role, input: Record<string, unknown> = {}) => {
    const answer = handle(complaint, { command, input, person: { user: `${role}-1`, roles: [role] } }, at(time));
    if (isRefusal(answer)) throw new Error(`${command}: ${answer.refused} ${answer.detail}`);
    ({ complaint } = answer);
  };
  const clock = (name: string) => deadlinesOf(complaint, at('23:59')).find((one) => one.clock === name);
  return { give, clock };
}

const findings = { category: 'services', nature: 'people', valid: true, findings: '属实' };

test('a budget that a corrected grade takes away comes back with the next grade, in the same round', () => {
  const { give, clock } = begin('TG');
  give('10:10', 'accept', 'supervisor', { grade: 'c' });
  expect(clock('complete')).toMatchObject({ state: 'open', due: '2026-03-04T10:10:00+08:00', round: 1 });
  give('10:20', 'dispatch', 'supervisor', { unit: 'services', handler: 'handler-1' });
  give('10:30', 'takeOver', 'handler');
  give('10:40', 'recordFindings', 'handler', { ...findings, grade: 'a' });
  expect(clock('complete')).toMatchObject({ state: 'cancelled' });
  give('10:50', 'recordFindings', 'handler', { ...findings, grade: 'b' });
  expect(clock('complete')).toMatchObject({ state: 'open', due: '2026-03-03T10:10:00+08:00', round: 1 });
});

test('two turns at the same moment: the time for the next bulletin begins anew', () => {
  const { give, clock } = begin('WY');
  give('10:10', 'recordFact', 'supervisor', { lawsuit: 'begun' });
  expect(clock('report.bulletin')).toMatchObject({ state: 'open', due: '2026-03-10T00:00:00+08:00', round: 1 });
  give('10:10', 'recordFact', 'supervisor', { media: 'exposed' });
  expect(clock('report.bulletin')).toMatchObject({ state: 'open', due: '2026-03-10T00:00:00+08:00', round: 2 });
});

test('what was asked for a period that is over cannot be granted for the next one', () => {
  const { give } = begin('TG');
  give('10:10', 'accept', 'supervisor', { grade: 'c' });
  give('10:20', 'requestExtension', 'supervisor', {
    clock: 'investigate',
    until: '2026-03-10T10:00:00+08:00',
    reason: '等检测',
  });
  give('10:30', 'dispatch', 'supervisor', { unit: 'services', handler: 'handler-1' });
  give('10:40', 'takeOver', 'handler');
  give('10:50', 'recordFindings', 'handler', findings);
  expect(() => give('11:00', 'grantExtension', 'approver', { clock: 'investigate' })).toThrow(/unknown-clock/);
});
