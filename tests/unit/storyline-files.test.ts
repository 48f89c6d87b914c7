/** Storylines: wrong files are refused with the line and the reason, and a storyline that does not hold says where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { DocumentError } from '../../documents/problem.js';
import { parseStoryline } from '../../documents/storylines.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { matches } from '../../domain/rehearsal/expect.js';
import { perform } from '../../domain/rehearsal/perform.js';

const folder = join(import.meta.dirname, '../../rulebooks');
const right = readFileSync(join(folder, 'storylines/WY/wy-forum-at-night.yaml'), 'utf8');

function problemsOf(text: string): string[] {
  try {
    parseStoryline(text, 'x.yaml', ['WY']);
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    expect(error.problems.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
    return error.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`);
  }
}

test.each<[what: string, from: string, to: string, problem: RegExp]>([
  ['no title', 'storyline: ', 'story: ', /^1 story: is no part of a storyline$/m],
  [
    'people that are no number',
    'channel: forum',
    'people: many, channel: forum',
    /^4 receive\.people: must be a whole number from 1$/m,
  ],
  [
    'a complainant that is no map',
    'complainant: {anonymous: true}',
    'complainant: 何先生',
    /^4 receive\.complainant: must be a map/m,
  ],
  [
    'an accused that is no list',
    'channel: forum',
    'accused: handler, channel: forum',
    /^4 receive\.accused: must be a list of user names$/m,
  ],
  [
    'facts that are none',
    'channel: forum',
    'facts: media, channel: forum',
    /^4 receive\.facts: must be facts by name$/m,
  ],
  [
    'a fact that cannot be so',
    'channel: forum',
    'facts: {media: exposd}, channel: forum',
    /^4 receive\.facts\.media: cannot be "exposd"$/m,
  ],
  [
    'an event that there is not',
    'expect: {deadlines: {acknowledge: {state: met}, measures: {state: open}}}',
    'expect: {none: [{type: SevertyRaised}]}',
    /^13 steps\.2\.expect\.none\.0\.type: there is no event "SevertyRaised"; known are/m,
  ],
  [
    'a count that always holds',
    'expect: {deadlines: {acknowledge: {state: met}, measures: {state: open}}}',
    'expect: {count: [{type: Acknowledged}]}',
    /^13 steps\.2\.expect\.count\.0: needs atLeast, atMost or exactly/m,
  ],
  ['an unknown rulebook', 'rulebook: WY', 'rulebook: XX', /^2 rulebook: unknown rulebook "XX"; known are WY$/m],
  [
    'an unknown channel',
    'channel: forum',
    'channel: pigeon',
    /^4 receive\.channel: unknown channel "pigeon"; known are visit/m,
  ],
  ['nothing said', 'text: 业主论坛发帖：物业私自上调停车费，没有公示。', 'text: " "', /^4 receive\.text: needs what/m],
  ['an unknown tier', 'receivedBy: company', 'receivedBy: branch', /^4 receive\.receivedBy: must be one of project/m],
  ['an unknown field', 'channel: forum', 'chanel: forum', /^4 receive\.chanel: is no part of receive$/m],
  [
    'a time without an offset',
    '2026-04-30T22:15:00+08:00',
    '2026-04-30T22:15:00',
    /^4 receive\.at: "2026-04-30T22:15:00" is no time with an offset/m,
  ],
  [
    'a day that there is not',
    '2026-04-30T22:15:00+08:00',
    '2026-04-31T22:15:00+08:00',
    /^4 receive\.at: "2026-04-31T22:15:00\+08:00" is no time/m,
  ],
  [
    'arrived after it was recorded',
    'channel: forum',
    'arrivedAt: 2026-05-01T00:00:00+08:00, channel: forum',
    /^4 receive\.arrivedAt: lies after at/m,
  ],
  [
    'steps that go back',
    '- at: 2026-05-01T01:00:00+08:00',
    '- at: 2026-04-01T01:00:00+08:00',
    /^6 steps\.0\.at: lies before the step above it$/m,
  ],
  ['no time', '- at: 2026-05-01T01:00:00+08:00', '- as: company', /^6 steps\.0\.at: is missing: write a time/m],
  ['an unknown command', 'do: acknowledge', 'do: nod', /^11 steps\.1\.do: unknown command "nod"$/m],
  [
    'an unknown signal',
    'do: acknowledge',
    'tell: thunder',
    /^11 steps\.1\.tell: unknown signal "thunder"; known are urged/m,
  ],
  ['an unknown role', 'as: company', 'as: boss', /^11 steps\.1\.as: unknown role "boss"; known are reception/m],
  ['nobody', 'as: company, ', '', /^11 steps\.1\.as: unknown role/m],
  ['no map', 'with: {text: 您反映的问题已收到，我们正在核实。}', 'with: words', /^11 steps\.1\.with: must be a map$/m],
  ['an unknown part', 'as: company', 'as: company, when: now', /^11 steps\.1\.when: is no part of a step/m],
  [
    'nothing to do',
    'do: acknowledge, as: company, with: {text: 您反映的问题已收到，我们正在核实。}',
    'user: li',
    /^11 steps\.1: needs do, tell or expect$/m,
  ],
  [
    'an unknown clock',
    'measures: {due',
    'measure: {due',
    /^10 steps\.0\.expect\.deadlines\.measure: there is no clock "measure"$/m,
  ],
  [
    'a clock that is no map',
    'measures: {state: open}',
    'measures: open',
    /^13 steps\.2\.expect\.deadlines: must be maps by clock$/m,
  ],
  [
    'an unknown refusal',
    'as: company, ',
    'as: company, expect: {refused: {code: nope}}, ',
    /^11 steps\.1\.expect\.refused\.code: unknown code "nope"; known are/m,
  ],
  [
    'refused without being given',
    'expect: {deadlines: {acknowledge: {state: met}',
    'expect: {refused: {code: already}, deadlines: {acknowledge: {state: met}',
    /^13 steps\.2\.expect\.refused: only what is given/m,
  ],
  [
    'events that are no list',
    'expect: {deadlines: {acknowledge: {state: met}',
    'expect: {events: {type: Closed}, deadlines: {acknowledge: {state: met}',
    /^13 steps\.2\.expect\.events: must be a list of maps$/m,
  ],
  ['steps that are no list', 'steps:\n', 'steps: none\nother:\n', /^5 steps: must be a list$/m],
  ['no YAML', '{anonymous: true}}', '{anonymous: true}', /^\d+ : /m],
])('%s', (_, from, to, problem) => {
  expect(right).toContain(from);
  expect(problemsOf(right)).toEqual([]);
  expect(problemsOf(right.replace(from, to)).join('\n')).toMatch(problem);
});

test.each(['', '- 1', 'words'])('"%s" is no storyline', (text) => {
  expect(problemsOf(text)).toEqual(['1 : a storyline is a map with storyline, rulebook, receive and steps']);
});

test('a storyline without steps has none; a calendar is one of the house', () => {
  expect(parseStoryline(right.slice(0, right.indexOf('steps:')), 'x.yaml', ['WY']).steps).toEqual([]);
  expect(() => parseStoryline(right.replace('calendar: CN', 'calendar: XX'), 'x.yaml', ['WY'], ['CN', 'GB'])).toThrow(
    /:3: calendar: unknown calendar "XX"; known are CN, GB$/,
  );
});

test('a title may hold a colon without quotation marks', () => {
  expect(problemsOf(right.replace('— a forum', '— it goes so: a forum'))).toEqual([]);
});

describe('an expectation that does not hold', () => {
  const library = readLibrary(folder);
  const rulebook = library.rulebooks.get('WY')?.rulebook;
  const verdicts = async (from: string, to: string) => {
    if (!rulebook) throw new Error('no WY');
    const storyline = parseStoryline(right.replace(from, to), 'x.yaml', ['WY']);
    const { ok, expectations } = await perform(storyline, new CorePlayer(rulebook, calendarFor(library, rulebook)));
    return [ok, expectations.filter((one) => !one.ok).map(({ path }) => path)];
  };

  test.each([
    ['due: 2026-05-01T02:15:00+08:00', 'due: 2026-05-01T02:15:01+08:00', ['deadlines.acknowledge.due']],
    [
      'clauses: [WY-4.5.4]}\n        measures',
      'clauses: [WY-4.6.2]}\n        measures',
      ['deadlines.acknowledge.clauses'],
    ],
    ['{state: met}', '{state: met, metLate: true}', ['deadlines.acknowledge.metLate']],
    ['{state: met}', '{stat: met}', ['deadlines.acknowledge.stat']],
    ['do: acknowledge, as: company', 'do: acknowledge, as: handler', ['acknowledge', 'deadlines.acknowledge.state']],
    ['do: acknowledge, as: company', 'expect: {refused: {code: forbidden}}, do: acknowledge, as: company', ['refused']],
    [
      'expect: {deadlines: {acknowledge: {state: met}',
      'expect: {status: closed, none: [{type: Received}], events: [{type: Closed}], count: [{type: Received, exactly: 2}, {type: Received, atLeast: 1, atMost: 1}], deadlines: {acknowledge: {state: met}',
      ['status', 'events.0', 'none.0', 'count.0'],
    ],
  ])('%s, but %s', async (from, to, paths) => {
    expect(right).toContain(from);
    expect(await verdicts(from, to)).toEqual([false, paths]);
  });

  test('and one that does', async () => {
    expect(await verdicts('', '')).toEqual([true, []]);
  });
});

test.each([
  ['2026-05-01T02:15:00+08:00', '2026-04-30T18:15:00Z', true],
  ['2026-05-01T02:15:00+08:00', '2026-05-01T02:15:00.001+08:00', false],
  [['a'], ['a', 'b'], true],
  [['a', 'c'], ['a', 'b'], false],
  [{ a: 1 }, { a: 1, b: 2 }, true],
  [{ a: 1 }, undefined, false],
  [false, undefined, true],
  [null, undefined, true],
  [true, undefined, false],
  [0, undefined, false],
])('%j matches %j: %s', (expected, actual, holds) => {
  expect(matches(expected, actual)).toBe(holds);
});
