/** The ledger of extensions and stops, and the one promise to the customer, out of a complaint's events. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { instant } from '../../domain/calendar/zone.js';
import { handle } from '../../domain/complaint/decide.js';
import { pass } from '../../domain/complaint/elapse.js';
import { file } from '../../domain/complaint/file.js';
import { type ExtensionEntry, ledgerOf, type MoveEntry, type StopEntry } from '../../domain/complaint/ledger.js';
import { promiseOf } from '../../domain/complaint/promise.js';
import { promiseMoves } from '../../domain/complaint/promise-moves.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Channel } from '../../domain/complaint/file.js';
import type { Role } from '../../domain/rulebook/rulebook.js';

const library = readLibrary(join(import.meta.dirname, '../../rulebooks'));
const march = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

/** A complaint of 2 March 2026, 10:00, and what people do: `give(march(3, '09:00'), 'accept', 'supervisor')`. */
function begin(id: string, channel: Channel = 'letter') {
  const rulebook = library.rulebooks.get(id)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${id}`);
  const at = (moment: string) => ({ rulebook, calendar: calendarFor(library, rulebook), now: instant(moment) });
  const given = { id: 'x', number: 'X-1', project: 'p', receivedBy: 'project', text: '不满', complainant: {} } as const;
  let { complaint, events } = file({ ...given, channel }, { user: 'li', role: 'reception' }, at(march(2, '10:00')));
  const add = (more: { complaint: typeof complaint; events: typeof events }) => {
    complaint = more.complaint;
    events = [...events, ...more.events];
  };
  return {
    give(moment: string, command: string, role: Role, input: Record<string, unknown> = {}) {
      add(pass(complaint, at(moment)));
      const answer = handle(complaint, { command, input, person: { user: `${role}-1`, roles: [role] } }, at(moment));
      if (isRefusal(answer)) throw new Error(`${command}: ${answer.refused} ${answer.detail}`);
      add(answer);
    },
    pass: (moment: string) => add(pass(complaint, at(moment))),
    promise: () => promiseOf(complaint),
    ledger: () => ledgerOf(events),
    /** What the customer is told of movements, in order. */
    moves: () => [...promiseMoves(events).values()],
  };
}

test('an extension says who asked and granted, what was left, and what was promised before and after', () => {
  const { give, ledger, promise } = begin('WY');
  const [before, until] = [march(4, '18:00'), march(6, '18:00')];
  give(march(2, '11:00'), 'accept', 'supervisor');
  expect(promise()).toEqual({ clock: 'reply', due: before });
  give(march(4, '12:00'), 'requestExtension', 'supervisor', { clock: 'reply', until, reason: '等厂家答复' });
  expect((ledger()[0] as ExtensionEntry).answer).toBeUndefined();
  give(march(4, '17:00'), 'grantExtension', 'approver', { clock: 'reply' });
  expect(ledger()).toEqual([
    {
      kind: 'extension',
      seq: expect.any(Number),
      at: march(4, '12:00'),
      by: { user: 'supervisor-1', role: 'supervisor' },
      clauses: ['WY-4.4.3.2'],
      clock: 'reply',
      reason: '等厂家答复',
      until,
      due: before,
      // 6 of the 56 hours from Monday 10:00 to Wednesday 18:00
      left: { minutes: 360, share: 0.11 },
      answer: {
        granted: true,
        at: march(4, '17:00'),
        by: { user: 'approver-1', role: 'approver' },
        clauses: ['WY-4.4.3.2'],
        until,
        left: { minutes: 60, share: 0.02 },
      },
      promised: { before: { clock: 'reply', due: before }, after: { clock: 'reply', due: until } },
    },
  ]);
  expect(promise()).toEqual({ clock: 'reply', due: until });
});

test('a refused extension moves no promise', () => {
  const { give, ledger } = begin('WY');
  const until = march(6, '18:00');
  give(march(2, '11:00'), 'accept', 'supervisor');
  give(march(3, '12:00'), 'requestExtension', 'supervisor', { clock: 'reply', until, reason: '人手不足' });
  give(march(3, '13:00'), 'refuseExtension', 'approver', { clock: 'reply', reason: '不是理由' });
  give(march(3, '14:00'), 'requestExtension', 'supervisor', { clock: 'reply', until, reason: '等厂家答复' });
  const [refused, asked] = ledger() as ExtensionEntry[];
  expect(refused?.answer).toMatchObject({ granted: false, reason: '不是理由' });
  expect(refused?.promised.after).toEqual(refused?.promised.before);
  expect(asked?.reason).toBe('等厂家答复');
  expect(asked?.answer).toBeUndefined();
});

test('a stop says how long it lasted and where each period came to end', () => {
  const { give, ledger, promise } = begin('WY');
  give(march(2, '11:00'), 'accept', 'supervisor');
  give(march(3, '10:00'), 'suspend', 'supervisor', { because: 'awaitingComplainant', reason: '客户出差' });
  expect(promise()).toEqual({ clock: 'reply', suspended: true });
  const open = ledger()[0] as StopEntry;
  expect(open.to).toBeUndefined();
  expect(open.promised).toEqual({
    before: { clock: 'reply', due: march(4, '18:00') },
    after: { clock: 'reply', suspended: true },
  });
  give(march(5, '10:00'), 'resume', 'supervisor');
  const [stop] = ledger() as StopEntry[];
  expect(stop).toMatchObject({ from: march(3, '10:00'), to: march(5, '10:00'), minutes: 2880, reason: '客户出差' });
  expect(stop?.endedBy).toEqual({ user: 'supervisor-1', role: 'supervisor' });
  // Tuesday and Wednesday did not count
  const reply = stop?.clocks.find(({ clock }) => clock === 'reply');
  expect(reply).toMatchObject({ before: march(4, '18:00'), after: march(6, '18:00'), left: { minutes: 1920 } });
  expect(stop?.promised.after).toEqual({ clock: 'reply', due: march(6, '18:00') });
  expect(promise()).toEqual({ clock: 'reply', due: march(6, '18:00') });
});

test('a date agreed on at acceptance moves the promise without any extension', () => {
  const { give, ledger, promise } = begin('HA', 'phone');
  expect(promise()).toEqual({ clock: 'reply', due: march(5, '18:00') });
  give(march(2, '11:00'), 'accept', 'supervisor', { agreedDate: march(3, '12:00') });
  expect(promise()).toEqual({ clock: 'reply', due: march(3, '12:00') });
  const [move] = ledger() as MoveEntry[];
  expect(ledger()).toHaveLength(1);
  expect(move).toMatchObject({ kind: 'move', because: 'Accepted', promised: { before: { due: march(5, '18:00') } } });
});

test('the promise is the earliest answer owed; kept, missed, and nothing owed at the end', () => {
  const { give, pass: passTo, ledger, promise } = begin('TG', 'phone');
  expect(promise()).toEqual({ clock: 'acknowledge', due: march(2, '12:00') });
  passTo(march(2, '13:00'));
  expect(promise()).toEqual({ clock: 'acknowledge', due: march(2, '12:00'), missed: true });
  give(march(2, '13:10'), 'acknowledge', 'reception', { text: '已收到' });
  expect(promise()).toMatchObject({ clock: 'feedback' });
  give(march(2, '13:20'), 'accept', 'supervisor', { grade: 'b' });
  expect(promise()).toMatchObject({ clock: 'complete', due: march(3, '13:20') });
  give(march(2, '13:30'), 'withdraw', 'supervisor');
  expect(promise()).toBeUndefined();
  // met and begun, never moved
  expect(ledger()).toEqual([]);
});

const extension =
  ({ give }: ReturnType<typeof begin>) =>
  (day: number, until: string) => {
    give(march(day, '12:00'), 'requestExtension', 'supervisor', { clock: 'reply', until, reason: '等厂家答复' });
    give(march(day, '13:00'), 'grantExtension', 'approver', { clock: 'reply' });
  };

test('the customer hears of a promise that moved, with what was promised before; what stood still from where it stood', () => {
  const complaint = begin('WY');
  const { give, moves } = complaint;
  const [first, second] = [march(4, '18:00'), march(6, '18:00')];
  give(march(2, '11:00'), 'accept', 'supervisor');
  expect(moves()).toEqual([]);
  extension(complaint)(3, second);
  expect(moves()).toEqual([{ before: { clock: 'reply', due: first }, after: { clock: 'reply', due: second } }]);
  give(march(5, '10:00'), 'suspend', 'supervisor', { because: 'awaitingComplainant', reason: '客户出差' });
  expect(moves()).toHaveLength(1);
  give(march(9, '10:00'), 'resume', 'supervisor');
  const [, resumed] = moves();
  expect(resumed?.before).toEqual({ clock: 'reply', due: second });
  expect(resumed?.after).toEqual(complaint.promise());
  expect(resumed?.after).not.toEqual(resumed?.before);
});

test('another clock moved, or the promise was kept: no word of a change', () => {
  const complaint = begin('HO');
  const { give, moves, promise } = complaint;
  const before = promise();
  expect(before?.clock).toBe('acknowledge');
  extension(complaint)(3, march(30, '18:00'));
  expect(promise()).toEqual(before);
  give(march(4, '10:00'), 'acknowledge', 'reception', { text: '已收到' });
  expect(promise()?.clock).toBe('reply');
  expect(moves()).toEqual([]);
});

test('stopped and resumed the same night: the promise is as it was, and no word of a change', () => {
  const { give, moves, promise } = begin('WY');
  give(march(2, '11:00'), 'accept', 'supervisor');
  const before = promise();
  give(march(2, '19:00'), 'suspend', 'supervisor', { because: 'awaitingComplainant', reason: '客户出差' });
  give(march(2, '20:00'), 'resume', 'supervisor');
  expect(promise()).toEqual(before);
  expect(moves()).toEqual([]);
});
