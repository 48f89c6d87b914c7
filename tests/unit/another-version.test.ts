/** A complaint that goes on under another version of its rulebook. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { redecide } from '../../domain/audit/redecide.js';
import { instant } from '../../domain/calendar/zone.js';
import { contextAfter } from '../../domain/complaint/another-version.js';
import type { Context } from '../../domain/complaint/context.js';
import { type Given, handle } from '../../domain/complaint/decide.js';
import { elapse } from '../../domain/complaint/elapse.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { fold } from '../../domain/complaint/evolve.js';
import { file, type Intake } from '../../domain/complaint/file.js';
import type { Recorded } from '../../domain/complaint/record.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import { compile } from '../../domain/rulebook/compile.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';

const library = readLibrary(join(import.meta.dirname, '../../rulebooks'));
const book = library.rulebooks.get('WY');
if (!book) throw new Error('no WY');
const { rulebook: first, document } = book;
const calendar = calendarFor(library, first);

/** A later version of WY, changed. */
function later(change: (clocks: NonNullable<RulebookDocument['clocks']>) => void, more: object = {}): Rulebook {
  const copy = structuredClone(document);
  change((copy.clocks ??= {}));
  return compile({ ...copy, version: 2, ...more });
}

// a Monday without a day off for weeks
const monday = '2026-03-02T10:00:00+08:00';
const intake: Intake = {
  ...{ id: 'c', number: 'N', project: 'p', receivedBy: 'project', text: '电梯停运', complainant: {} },
  channel: 'letter',
};
const at = (moment: string): Context => ({ rulebook: first, calendar, now: instant(moment) });
const filed = (moment = monday): Recorded => file(intake, { user: 'reception', role: 'reception' }, at(moment));

function move({ complaint }: Recorded, rulebook: Rulebook, moment: string, more: Partial<Given> = {}) {
  const person = { user: 'company', roles: ['company' as const] };
  const input = { version: rulebook.version, reason: '新规程更严' };
  return handle(complaint, { command: 'changeRulebook', input, person, rulebook, ...more }, at(moment));
}

function moved(before: Recorded, rulebook: Rulebook, moment: string): Recorded {
  const answer = move(before, rulebook, moment);
  if (isRefusal(answer)) throw new Error(answer.detail);
  return answer;
}

const about = (events: ComplaintEvent[], clock: string) =>
  events.filter((event) => 'clock' in event && event.clock === clock);
const tuesday = '2026-03-03T09:00:00+08:00';

test('open clocks are reckoned anew from where they began, with the reason', () => {
  const rules = later((clocks) => (clocks['reply'] = [{ within: '5 working days', clauses: ['WY-4.6.2'] }]));
  const { complaint, events } = moved(filed(), rules, tuesday);
  expect(events[0]).toMatchObject({ type: 'RulebookChanged', version: 2, from: 1, reason: '新规程更严' });
  expect(complaint.rulebook).toEqual({ id: 'WY', version: 2 });
  expect(about(events, 'reply')).toMatchObject([
    { type: 'DeadlineSet', startedAt: monday, due: '2026-03-09T18:00:00+08:00', because: 'RulebookChanged' },
  ]);
  expect(fold([...filed().events, ...events]).rulebook.version).toBe(2);
});

test('a clock that the version does not have is cancelled, one that only it has starts', () => {
  const rules = later((clocks) => {
    delete clocks['reply'];
    clocks['acknowledge'] = [{ within: '2 days', clauses: ['WY-4.6.2'] }];
  });
  const { complaint, events } = moved(filed(), rules, tuesday);
  expect(about(events, 'reply')).toMatchObject([{ type: 'DeadlineCancelled', because: 'RulebookChanged' }]);
  expect(about(events, 'acknowledge')).toMatchObject([
    { type: 'DeadlineSet', startedAt: monday, because: 'RulebookChanged', due: '2026-03-05T00:00:00+08:00' },
  ]);
  expect(complaint.clocks['reply']?.state).toBe('cancelled');
});

test('what was missed stays missed, what was met stays met', () => {
  const late = '2026-03-10T09:00:00+08:00';
  const lapsed = elapse(filed().complaint, at(late));
  expect(lapsed.complaint.clocks['reply']?.state).toBe('missed');
  const rules = later((clocks) => (clocks['reply'] = [{ within: '20 working days', clauses: ['WY-4.6.2'] }]));
  const { complaint, events } = moved(lapsed, rules, late);
  expect(about(events, 'reply')).toEqual([]);
  expect(complaint.clocks['reply']).toEqual(lapsed.complaint.clocks['reply']);
});

test('a shorter period that is past already is late at once, and told after the change', () => {
  const rules = later((clocks) => (clocks['reply'] = [{ within: '2 hours', clauses: ['WY-4.6.2'] }]));
  const { complaint, events } = moved(filed(), rules, tuesday);
  expect(about(events, 'reply').map(({ type }) => type)).toEqual(['DeadlineSet', 'DeadlineMissed']);
  expect(complaint.clocks['reply']?.missedAt).toBe(tuesday);
});

test('the same due moment under another clause is stated again', () => {
  const rules = later((clocks) => {
    clocks['reply'] = (clocks['reply'] ?? []).map((rule) => ({ ...rule, clauses: ['WY-4.6.3'] }));
  });
  const { events } = moved(filed(), rules, tuesday);
  expect(about(events, 'reply')).toMatchObject([
    { type: 'DeadlineSet', clauses: ['WY-4.6.3'], because: 'RulebookChanged' },
  ]);
});

test('what does not change brings nothing but the change itself', () => {
  expect(
    moved(
      filed(),
      later(() => undefined),
      tuesday,
    ).events.map(({ type }) => type),
  ).toEqual(['RulebookChanged']);
});

test('business hours follow the version', () => {
  const rules = later(() => undefined, { hours: { opens: '08:00', closes: '20:00' } });
  const { events } = moved(filed(), rules, tuesday);
  expect(about(events, 'reply')).toMatchObject([{ due: '2026-03-04T20:00:00+08:00' }]);
});

test('refused: the same version, another rulebook, another calendar, none, a wrong role, no reason, after the end', () => {
  const rules = later(() => undefined);
  const input = { version: 2, reason: 'x' };
  expect(move(filed(), first, tuesday)).toMatchObject({ refused: 'already' });
  expect(move(filed(), { ...rules, id: 'SY' }, tuesday)).toMatchObject({
    refused: 'invalid',
    params: { path: 'version' },
  });
  expect(move(filed(), { ...rules, calendar: 'GB' }, tuesday)).toMatchObject({ refused: 'invalid' });
  expect(move(filed(), rules, tuesday, { rulebook: undefined })).toMatchObject({ refused: 'not-in-force' });
  expect(move(filed(), rules, tuesday, { input: { ...input, version: 3 } })).toMatchObject({ refused: 'not-in-force' });
  expect(move(filed(), rules, tuesday, { input: { version: 2, reason: ' ' } })).toMatchObject({
    refused: 'reason-required',
  });
  const person = { user: 'supervisor', roles: ['supervisor' as const] };
  expect(move(filed(), rules, tuesday, { person })).toMatchObject({ refused: 'forbidden' });
});

test('what comes after is decided under the new version, also when it is decided anew', () => {
  const rules = later((clocks) => (clocks['dispatch'] = [{ within: '3 hours', clauses: ['WY-4.6.2'] }]));
  const change = { command: 'changeRulebook', input: { version: 2, reason: 'x' }, rulebook: rules };
  const happenings = [
    { at: instant(tuesday), given: { ...change, person: { user: 'hq', roles: ['hq' as const] } } },
    {
      at: instant(tuesday) + 60_000,
      given: { command: 'accept', input: {}, person: { user: 'li', roles: ['supervisor' as const] } },
    },
  ];
  const beginning = {
    ...{ intake, recordedAt: instant(monday), rulebook: first, calendar },
    actor: { user: 'reception', role: 'reception' as const },
  };
  const events = redecide(beginning, happenings);
  expect(about(events, 'dispatch')).toMatchObject([{ type: 'DeadlineSet', due: '2026-03-03T12:01:00+08:00' }]);
  expect(contextAfter(events, rules, at(tuesday)).rulebook.version).toBe(2);
  expect(contextAfter([], rules, at(tuesday)).rulebook.version).toBe(1);
});
