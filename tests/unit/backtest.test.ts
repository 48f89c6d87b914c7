/** A draft against the rulebook in force: rule by rule, and what it would have made of complaints. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { differences } from '../../documents/differences.js';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { parseRulebook } from '../../documents/rulebooks.js';
import { parseStoryline } from '../../documents/storylines.js';
import { backtest, count, noTotals } from '../../domain/rehearsal/backtest.js';
import { compile } from '../../domain/rulebook/compile.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';

const folder = join(import.meta.dirname, '../../rulebooks');
const library = readLibrary(folder);
const text = readFileSync(join(folder, 'WY.yaml'), 'utf8');
const inForce = parseRulebook(text, 'WY.yaml');
const letters = '{when: {channel: [letter, mail, fax, email, app]}, within: 2 working days, clauses: [WY-4.6.2]}';

/** WY with something else in the place of a text. */
function draftOf(...changes: [string, string][]): RulebookDocument {
  const draft = changes.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`WY.yaml has no ${from}`);
    return all.replace(from, to);
  }, text);
  return parseRulebook(draft, 'draft.yaml');
}

const regime = (document: RulebookDocument) => {
  const rulebook = compile(document);
  return { rulebook, calendar: calendarFor(library, rulebook) };
};

const told = (receive: string, steps: string) =>
  parseStoryline(
    `storyline: told\nrulebook: WY\nreceive: {at: 2026-03-02T10:00:00+08:00, ${receive}, category: equipment, text: 电梯停运。, complainant: {name: 王先生}}\nsteps:\n${steps}`,
    'told.yaml',
    ['WY'],
  );
const wait = '  - {at: 2026-03-12T10:00:00+08:00, expect: {status: received}}\n';

test('a rulebook does not differ from itself', () => {
  expect(differences(inForce, draftOf())).toEqual([]);
});

test.each<[string, [string, string][], object[]]>([
  [
    'a period',
    [[letters, letters.replace('2 working days', '1 working day')]],
    [
      {
        path: 'clocks.reply (channel letter or mail or fax or email or app)',
        change: 'changed',
        before: '2 working days (WY-4.6.2)',
        after: '1 working day (WY-4.6.2)',
        clauses: ['WY-4.6.2'],
      },
    ],
  ],
  [
    'a clause that it rests on',
    [[letters, letters.replace('WY-4.6.2', 'WY-4.4.3.2')]],
    [{ change: 'changed', after: '2 working days (WY-4.4.3.2)', clauses: ['WY-4.4.3.2'] }],
  ],
  [
    'a clock more and one fewer',
    [
      ['  acknowledge:\n', '  dispatch:\n    - {within: 1 hour, clauses: [WY-4.4.3.1]}\n  acknowledge:\n'],
      ['  resolve.major:\n    - {within: 1 month, clauses: [WY-4.6.3.2]}\n', ''],
    ],
    [
      { path: 'clocks.dispatch', change: 'added', after: '1 hour', clauses: ['WY-4.4.3.1'] },
      { path: 'clocks.resolve.major', change: 'removed', before: '1 month', clauses: ['WY-4.6.3.2'] },
    ],
  ],
  [
    'an extension that has a limit',
    [[letters, letters.replace('days,', 'days, extension: {most: 3 days, clauses: [WY-4.6.2]},')]],
    [{ change: 'changed', after: '2 working days, extended by at most 3 days (WY-4.6.2)' }],
  ],
  [
    'a stage',
    [['  consent: true', '  consent: {disagreed: 0}']],
    [{ path: 'stages.consent', change: 'changed', before: 'always', after: 'if disagreed 0' }],
  ],
  [
    'who decides',
    [['  approve: {clauses', '  approve: {by: [supervisor, approver], all: true, clauses']],
    [
      {
        path: 'decisions.approve',
        before: 'by the usual roles (WY-4.4.3.2)',
        after: 'by supervisor and approver (WY-4.4.3.2)',
      },
    ],
  ],
  [
    'a ground',
    [['grounds:\n', 'grounds:\n  repeated: {en: The same again, clauses: [WY-4.2.2.4]}\n']],
    [{ path: 'grounds.repeated', change: 'added', after: 'The same again', clauses: ['WY-4.2.2.4'] }],
  ],
])('%s', (_, changes, expected) => {
  const found = differences(inForce, draftOf(...changes));
  expect(found).toMatchObject(expected);
  expect(found).toHaveLength(expected.length);
});

test('what a shorter and a longer period, a new and a gone clock would have made of a complaint', async () => {
  const draft = draftOf(
    [letters, letters.replace('2 working days', '4 working days')],
    ['within: 3 working days, clauses: [WY-4.6.3.4]', 'within: 1 working day, clauses: [WY-4.6.3.4]'],
    ['  acknowledge:\n', '  dispatch:\n    - {within: 1 hour, clauses: [WY-4.4.3.1]}\n  acknowledge:\n'],
    ['  resolve.major:\n    - {within: 1 month, clauses: [WY-4.6.3.2]}\n', ''],
  );
  const accepted = '  - {at: 2026-03-02T11:00:00+08:00, do: accept, as: supervisor}\n';
  const answered = '  - {at: 2026-03-06T12:00:00+08:00, expect: {status: accepted}}\n';
  const compared = await backtest(told('channel: letter', accepted + answered), regime(inForce), regime(draft));
  expect(compared.moved).toEqual([
    {
      clock: 'reply',
      round: 1,
      change: 'later',
      before: '2026-03-04T18:00:00+08:00',
      after: '2026-03-06T18:00:00+08:00',
    },
    {
      clock: 'resolve.important',
      round: 1,
      change: 'earlier',
      before: '2026-03-05T18:00:00+08:00',
      after: '2026-03-03T18:00:00+08:00',
    },
    { clock: 'resolve.major', round: 1, change: 'gone', before: '2026-04-03T00:00:00+08:00' },
    { clock: 'dispatch', round: 1, change: 'new', after: '2026-03-02T12:00:00+08:00' },
  ]);
  expect(compared.missed).toEqual({ more: ['dispatch'], fewer: ['reply'] });
  expect(compared.rungs).toEqual({ more: [], fewer: [] });
});

test('rungs more and fewer, and steps that a draft does not let people take', async () => {
  const later = regime(draftOf(['within: 1 week, clauses: [WY-4.6.3.3]', 'within: 20 days, clauses: [WY-4.6.3.3]']));
  const held = told('channel: phone', wait);
  expect((await backtest(held, later, regime(inForce))).rungs).toEqual({ more: ['hot'], fewer: [] });
  expect((await backtest(held, regime(inForce), later)).rungs).toEqual({ more: [], fewer: ['hot'] });
  const strict = regime(draftOf(['  accept: {clauses', '  accept: {by: [company], clauses']));
  const step = '  - {at: 2026-03-02T11:00:00+08:00, do: accept, as: supervisor}\n';
  const { refused } = await backtest(told('channel: phone', step), regime(inForce), strict);
  expect(refused).toEqual({ more: ['accept 2026-03-02T11:00:00+08:00'], fewer: [] });
});

test('the totals count each once', async () => {
  const draft = regime(draftOf([letters, letters.replace('2 working days', '1 working day')]));
  const totals = noTotals();
  for (const channel of ['letter', 'email', 'phone']) {
    count(totals, await backtest(told(`channel: ${channel}`, wait), regime(inForce), draft));
  }
  expect(totals).toEqual({
    storylines: 3,
    same: 1,
    clocks: { reply: { earlier: 2, later: 0, new: 0, gone: 0, missedMore: 0, missedFewer: 0 } },
    rungs: {},
    refused: { more: 0, fewer: 0 },
  });
});
