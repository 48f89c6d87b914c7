/** Standing in for somebody: what the absent one may, save approving one's own or theirs. */
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import type { Person } from '../../domain/complaint/actor.js';
import type { Context } from '../../domain/complaint/context.js';
import { handle } from '../../domain/complaint/decide.js';
import { file } from '../../domain/complaint/file.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { ordinaryWay } from '../support/ordinary-way.js';

const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);
const rulebook = library.rulebooks.get('WY')?.rulebook;
if (!rulebook) throw new Error('no WY');
const start = Date.parse('2026-03-02T09:00:00+08:00');
const context: Context = { rulebook, calendar: calendarFor(library, rulebook), now: start };

/** A plan of the handler's waits for approval. */
function proposed(): Complaint {
  const intake = {
    ...{ id: 'c1', number: 'HY-1', project: 'cuihu', channel: 'phone', category: 'equipment', text: '电梯停运' },
    ...{ receivedBy: 'project', arrivedAt: '2026-03-02T09:00:00+08:00', complainant: { name: '周', phone: '1' } },
  } as unknown as Parameters<typeof file>[0];
  let { complaint } = file(intake, { user: 'reception', role: 'reception' }, context);
  for (const [command, role, input = {}] of ordinaryWay.slice(0, 5)) {
    const done = handle(complaint, { command, input, person: { user: role, roles: [role] } }, context);
    if (isRefusal(done)) throw new Error(done.detail);
    complaint = done.complaint;
  }
  return complaint;
}

const approve = (person: Person, complaint = proposed()) =>
  handle(complaint, { command: 'approve', input: {}, person }, context);
const boss = { user: 'supervisor', roles: ['supervisor' as const] };

test('the event says on whose behalf', () => {
  const done = approve({ user: 'li', roles: ['reception'], standsInFor: [boss] });
  if (isRefusal(done)) throw new Error(done.detail);
  expect(done.events.find(({ type }) => type === 'PlanApproved')?.actor).toEqual({
    ...{ user: 'li', role: 'supervisor', onBehalfOf: 'supervisor' },
  });
});

test('nobody approves their own by standing in, nor that of whom they stand in for', () => {
  expect(approve({ user: 'handler', roles: ['handler'], standsInFor: [boss] })).toMatchObject({
    refused: 'self-approval',
  });
  const both = { user: 'handler', roles: ['handler' as const, 'supervisor' as const] };
  expect(approve({ user: 'li', roles: [], standsInFor: [both] })).toMatchObject({ refused: 'self-approval' });
});

test('one’s own role comes first, and whoever is accused lends none', () => {
  const own = approve({ user: 'yang', roles: ['supervisor'], standsInFor: [boss] });
  if (isRefusal(own)) throw new Error(own.detail);
  expect(own.events.find(({ type }) => type === 'PlanApproved')?.actor).toEqual({ user: 'yang', role: 'supervisor' });
  const accused = { ...proposed(), accused: ['supervisor'] };
  expect(approve({ user: 'li', roles: [], standsInFor: [boss] }, accused)).toMatchObject({ refused: 'forbidden' });
  const self = { ...proposed(), accused: ['li'] };
  expect(approve({ user: 'li', roles: [], standsInFor: [boss] }, self)).toMatchObject({ refused: 'forbidden' });
});
