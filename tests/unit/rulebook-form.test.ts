/** Rulebooks of a wrong form are refused with the line and what to do. */
import { describe, expect, test } from '@jest/globals';
import { parseRulebook } from '../../documents/rulebooks.js';
import { isTold, lineOf, type Mistake, problemsOf, wy } from './wrong-rulebook.js';

describe('what is not of the form is told', () => {
  test.each<Mistake>([
    [
      'no title',
      'title: {zh: 物业管理客户投诉管理工作指引, en: Group guideline for customer complaints in property management}\n',
      '',
      /title is missing/,
    ],
    [
      'an empty title',
      'title: {zh: 物业管理客户投诉管理工作指引, en: Group guideline for customer complaints in property management}',
      'title: {}',
      /title: must not be empty/,
    ],
    [
      'a title in another language',
      'title: {zh:',
      'title: {fr: Plaintes, zh:',
      /title\.fr: is unknown here; known are zh, en/,
    ],
    ['no version', 'version: 1\n', '', /version is missing — 1, 2, 3/],
    ['a version that is no number', 'version: 1', 'version: first', /version: must be a whole number/],
    ['version 0', 'version: 1', 'version: 0', /version: must be >= 1/],
    ['a lower-case id', 'rulebook: WY', 'rulebook: wy', /rulebook: "wy" will not do/],
    ['an unknown part', 'handUp:', 'handOver:', /handOver: is unknown here; known are rulebook, version/],
    ['no categories', 'categories:', 'kinds:', /categories is missing/],
    [
      'a clause of no regulation',
      '  WY-4.1.1: {zh: 外',
      '  chapter 4: {zh: 外',
      /chapter 4: "chapter 4" will not do — A clause is cited as/,
    ],
    [
      'an unknown tier',
      'tiers: [project, company, group]',
      'tiers: [project, branch]',
      /tiers\.1: "branch" is unknown; choose one of project, company, group/,
    ],
    ['a tier twice', 'tiers: [project, company, group]', 'tiers: [project, project]', /tiers: names the same twice/],
    ['an unknown stage', '  carryOut: true', '  doIt: true', /stages\.doIt: is unknown here; known are dispatch/],
    [
      'a stage that is neither there nor not',
      '  carryOut: true',
      '  carryOut: perhaps',
      /stages\.carryOut: "perhaps" will not do — true, false, optional/,
    ],
    [
      'an unknown command',
      '  complete: {clauses: [WY-4.4.3.3]}',
      '  finish: {clauses: [WY-4.4.3.3]}',
      /decisions\.finish: "finish" is unknown; choose one of default, file/,
    ],
    ['no default decision', '  default: {clauses: [WY-4.4.6]}\n', '', /decisions: default is missing/],
    [
      'a decision without clauses',
      '  complete: {clauses: [WY-4.4.3.3]}',
      '  complete: {by: [handler]}',
      /decisions\.complete: clauses is missing/,
    ],
    [
      'an unknown role',
      'by: [company]}',
      'by: [boss]}',
      /decisions\.approveReply\.by\.0: "boss" is unknown; choose one of reception/,
    ],
    ['nobody to decide', 'by: [company]}', 'by: []}', /decisions\.approveReply\.by: must not be empty/],
    [
      'an unknown nature',
      '  method: {zh: 法, en: Method}',
      '  luck: {zh: 运, en: Luck}',
      /natures\.luck: is unknown here; known are people/,
    ],
    [
      'a ground without clauses',
      'en: Outside our duty, clauses: [WY-4.1.1]}',
      'en: Outside our duty}',
      /grounds\.outside-duty: clauses is missing/,
    ],
    [
      'an unknown clock',
      '  acknowledge:\n    -',
      '  acknowledged:\n    -',
      /clocks\.acknowledged: is unknown here; known are acknowledge, accept/,
    ],
    ['an unknown report', '  report.caseReport:', '  report.weekly:', /clocks\.report\.weekly: is unknown here/],
    [
      'a clock without rules',
      '  acknowledge:\n    - {when: {channel: forum}, within: 4 hours, clauses: [WY-4.5.4]}',
      '  acknowledge: []',
      /clocks\.acknowledge: must not be empty/,
    ],
    [
      'a rule that is no map',
      '    - {within: 1 month, clauses: [WY-4.6.3.2]}',
      '    - 1 month',
      /clocks\.resolve\.major\.0: must be a map/,
    ],
    [
      'a period without clauses',
      '{within: 1 month, clauses: [WY-4.6.3.2]}',
      '{within: 1 month, clauses: []}',
      /resolve\.major\.0\.clauses: must not be empty — The clauses that make it so/,
    ],
    [
      'a rule without a period',
      '{within: 1 month, clauses: [WY-4.6.3.2]}',
      '{clauses: [WY-4.6.3.2]}',
      /within is missing — A period: 4 hours/,
    ],
    [
      'an unknown unit',
      'within: 4 hours',
      'within: 4 bells',
      /acknowledge\.0\.within: "4 bells" will not do — A period: 4 hours/,
    ],
    ['no time at all', 'within: 4 hours', 'within: 0 hours', /acknowledge\.0\.within: "0 hours" will not do/],
    ['a period of years', 'within: 4 hours', 'within: 9999 hours', /"9999 hours" is no period/],
    [
      'a rule that never says never',
      'within: 1 week, rolls: false',
      'within: 1 week, rolls: true',
      /rolls: can only be false/,
    ],
    [
      'an agreed date that does what',
      'within: 4 hours,',
      'within: 4 hours, agreed: later,',
      /agreed: "later" is unknown; choose one of sooner, replaces/,
    ],
    [
      'an unknown condition',
      'within: 4 hours',
      'within: 4 hours, when: {weather: rain}',
      /is unknown here; known are channel, receivedBy|Map keys must be unique/,
    ],
    [
      'a condition on the weather',
      '{when: {channel: forum}, within',
      '{when: {weather: rain}, within',
      /when\.weather: is unknown here; known are channel, receivedBy/,
    ],
    [
      'a condition that says nothing',
      '{when: {channel: forum}, within',
      '{when: {}, within',
      /acknowledge\.0\.when: must not be empty/,
    ],
    [
      'an unknown severity',
      '  important:\n    tier',
      '  grave:\n    tier',
      /severities\.grave: is unknown here; known are important, hot, major/,
    ],
    ['a severity that tells nobody', '    tier: company\n', '', /severities\.important: tier is missing/],
    [
      'an unknown fact',
      '{needsGroupResources: true}',
      '{fullMoon: true}',
      /severities\.important\.facts\.1\.fullMoon: is unknown here; known are lawsuit/,
    ],
    [
      'a fact with no such value',
      '{lawsuit: begun}',
      '{lawsuit: lost}',
      /facts\.0\.lawsuit: "lost" will not do — threatened or begun/,
    ],
    ['a crowd that is no number', '{people: 10}', '{people: many}', /people: must be a whole number/],
    [
      'bulletins every now and then',
      'every: 1 week',
      'every: now and then',
      /bulletins\.every: "now and then" will not do — At least so often/,
    ],
    [
      'bulletins for what is ordinary',
      '  severity: major',
      '  severity: ordinary',
      /bulletins\.severity: "ordinary" is unknown; choose one of important, hot, major/,
    ],
    [
      'an unknown exemption',
      '    anonymous: {zh',
      '    tooFar: {zh',
      /revisit\.exemptions\.tooFar: is unknown here; known are settledOnTheSpot, anonymous/,
    ],
    ['an observation without end', 'days: 7', 'days: 0', /observation\.days: must be >= 1/],
    [
      'hours that are no time',
      'calendar: CN',
      "calendar: CN\nhours: {opens: 9am, closes: '18:00'}",
      /hours\.opens: "9am" will not do — A time of day/,
    ],
    [
      'an unknown warning',
      'warnings: [half, nine tenths]',
      'warnings: [a third]',
      /warnings\.0: "a third" is unknown; choose one of half, nine tenths/,
    ],
    [
      'a duty that recurs when',
      'every: day, clauses: [WY-4.4.2.4]',
      'every: moon, clauses: [WY-4.4.2.4]',
      /duties\.stock-take\.every: "moon" is unknown; choose one of day/,
    ],
    // no YAML at all
    [
      'a list that does not end',
      'tiers: [project, company, group]',
      'tiers: [project, company',
      /Flow sequence|flow collection|must end/i,
    ],
    ['a key twice', 'version: 1', 'version: 1\nversion: 2', /unique/],
  ])('%s', isTold);

  test.each([
    ['within: 4 hours', 'within: 4 bells', 'within: 4 bells'],
    ['refuse: {clauses: [WY-4.1.1]}', 'refuse: {clauses: [WY-9.9]}', 'WY-9.9'],
    ['  carryOut: true', '  doIt: true', '  doIt: true'],
    ['{lawsuit: begun}', '{lawsuit: lost}', '{lawsuit: lost}'],
    ['turns: [FactRecorded,', 'turns: [Applause,', 'turns: [Applause,'],
  ])('%s: the line is the one to look at', (from, to, part) => {
    expect(problemsOf(from, to).map(({ line }) => line)).toEqual([lineOf(wy.replace(from, to), part)]);
  });

  test.each(['', '- a list', 'just words', '42'])('"%s" is no rulebook', (text) => {
    expect(() => parseRulebook(text, 'x.yaml')).toThrow(/x\.yaml:1: a rulebook is a map that begins with its id/);
  });

  test('several mistakes are told at once', () => {
    expect(() =>
      parseRulebook(wy.replace('version: 1', 'version: no').replace('  carryOut: true', '  doIt: true'), 'WY.yaml'),
    ).toThrow(/WY\.yaml:3: version: must be a whole number[^]*WY\.yaml:\d+: stages\.doIt/);
  });
});
