/** The shipped rulebooks are right; those that make no sense are refused with the line and what to do. */
import { expect, test } from '@jest/globals';
import { readLibrary } from '../../documents/library.js';
import { parseRulebook } from '../../documents/rulebooks.js';
import { folder, isTold, type Mistake, problemsOf, wy } from './wrong-rulebook.js';

const phone = '{when: {channel: [visit, phone, oral, hotline]}, within: same day, clauses: [WY-4.6.2]}';

test('the shipped rulebooks are right', () => {
  const { rulebooks } = readLibrary(folder);
  expect([...rulebooks.keys()]).toEqual(expect.arrayContaining(['WY', 'TG', 'ZW']));
  expect(rulebooks.size).toBeGreaterThanOrEqual(21);
});

test.each<Mistake>([
  [
    'an uncatalogued clause',
    'refuse: {clauses: [WY-4.1.1]}',
    'refuse: {clauses: [WY-9.9]}',
    /decisions\.refuse\.clauses\.0: cites WY-9\.9, which is not in the catalogue/,
  ],
  ['a wrong zone', 'zone: Asia/Shanghai', 'zone: Asia/Peking', /zone: there is no time zone "Asia\/Peking"/],
  [
    'a zone of another calendar',
    'zone: Asia/Shanghai',
    'zone: Europe/Berlin',
    /zone: the calendar CN is kept in Asia\/Shanghai/,
  ],
  ['a wrong calendar', 'calendar: CN', 'calendar: DE', /calendar: there is no calendar "DE"; known are CN/],
  [
    'an extension of an age',
    '{within: 1 week, clauses: [WY-4.6.3.3]}',
    '{within: 1 week, extension: {most: 3 days, clauses: [WY-4.6.3.3]}, clauses: [WY-4.6.3.3]}',
    /clocks\.resolve\.hot\.0\.extension: an age is not extended by anybody/,
  ],
  [
    'an extension that cites nothing',
    phone,
    phone.replace('within: same day', 'within: same day, extension: {most: 3 days, clauses: [WY-9.9]}'),
    /extension\.clauses\.0: cites WY-9\.9/,
  ],
  [
    'hours the wrong way round',
    'calendar: CN',
    "calendar: CN\nhours: {opens: '18:00', closes: '09:00'}",
    /hours: opens at 18:00 but closes at 09:00: swap them/,
  ],
  [
    'an unknown channel',
    '{when: {channel: forum}, within',
    '{when: {channel: pigeon}, within',
    /when\.channel: there is no channel "pigeon"; known are visit/,
  ],
  [
    'an unknown grade',
    '{when: {channel: forum}, within',
    '{when: {grade: a}, within',
    /when\.grade: there is no grade "a"; this rulebook has none/,
  ],
  [
    'a flag that is no flag',
    '  carryOut: true',
    '  carryOut: {valid: surely}',
    /stages\.carryOut\.valid: there is no valid "surely"; known are true, false/,
  ],
  [
    'over what is no number',
    '  carryOut: true',
    '  carryOut: {channel: {over: 3}}',
    /stages\.carryOut\.channel: "channel" is no number/,
  ],
  [
    'a number that is none',
    '  carryOut: true',
    '  carryOut: {people: many}',
    /stages\.carryOut\.people: "many" is no number/,
  ],
  [
    'two budgets at once',
    phone,
    `${phone}\n    - {when: {category: equipment}, within: 3 days, clauses: [WY-4.6.2]}`,
    /clocks\.reply\.1: could apply at once with the rule no\. 1 of this clock/,
  ],
  [
    'a rule that never applies',
    phone,
    `{within: same day, clauses: [WY-4.6.2]}\n    - ${phone}`,
    /clocks\.reply\.1: never applies: the rule no\. 1 of this clock always comes first/,
  ],
  [
    'a clock that cannot be met',
    '  reply: true',
    '  reply: false',
    /clocks\.reply: nothing can meet it: stages\.reply is false/,
  ],
  [
    'a rung that is not there',
    '  hot:\n    tier: group\n    clauses: [WY-4.6.3.3]\n    facts: [{lawsuit: threatened}, {media: threatened}, {sameMatter: 3}, {people: 3}]\n',
    '',
    /clocks\.resolve\.hot: raises to hot, which severities does not have/,
  ],
  [
    'a ladder upside down',
    '    - {within: 1 week, clauses: [WY-4.6.3.3]}',
    '    - {within: 2 days, clauses: [WY-4.6.3.3]}',
    /resolve\.hot\.0\.within: comes no later than resolve\.important \(3 working days\)/,
  ],
  [
    'an event that there is not',
    'from: [BulletinIssued]',
    'from: [FullMoon]',
    /report\.bulletin\.0\.from\.0: there is no event "FullMoon"/,
  ],
  [
    'an event that marks nothing',
    "from: ['SeverityRaised:hot']",
    "from: ['Verified:hot']",
    /"Verified:hot" marks nothing; write Verified/,
  ],
  [
    'an aim beyond the period',
    'within: 4 hours,',
    'within: 4 hours, aim: 5 hours,',
    /acknowledge\.0\.aim: lies not within 4 hours/,
  ],
  [
    'an agreed age',
    '{within: 1 month,',
    '{within: 1 month, agreed: sooner,',
    /resolve\.major\.0\.agreed: an age is not agreed on/,
  ],
  [
    'a turn that there is not',
    'turns: [FactRecorded,',
    'turns: [FactRecorded, Applause,',
    /bulletins\.turns\.1: there is no event "Applause"/,
  ],
  [
    'a bulletin as a turn',
    'turns: [FactRecorded,',
    'turns: [BulletinIssued,',
    /bulletins\.turns\.0: a bulletin is no turn/,
  ],
  [
    'all of one',
    'approve: {clauses',
    'approve: {all: true, by: [supervisor], clauses',
    /decisions\.approve\.all: needs the roles that must all approve/,
  ],
  ['all to reply', '  reply: {clauses', '  reply: {all: true, clauses', /decisions\.reply\.all: is for approve alone/],
  [
    'approval of replies that never are approved',
    '  approveReply: {clauses',
    '  approveReply: {never: true, clauses',
    /decisions\.approveReply\.never: replies are approved here/,
  ],
  [
    'a tier that is not used',
    'tiers: [project, company, group]',
    'tiers: [project, company]',
    /severities\.hot\.tier: "group" is none of this rulebook's tiers/,
  ],
])('%s', isTold);

test('a clock that can never start', () => {
  const clock = 'clocks:\n  arrive:\n    - {within: 20 minutes, clauses: [WY-4.4.3.1]}\n';
  expect(problemsOf('clocks:\n', clock)).toEqual([]);
  const text = wy.replace('clocks:\n', clock).replace('  dispatch: true', '  dispatch: false');
  expect(() => parseRulebook(text, 'WY.yaml')).toThrow(
    /clocks\.arrive\.0: it can never start: stages\.dispatch is false/,
  );
});
