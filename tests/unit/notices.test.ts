/** Who is told what, when, and in which words. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { schemaFile } from '../../documents/rulebook-form.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { audiences, isConfidential, isUrgent, noticeKinds, ways } from '../../domain/notice/notice.js';
import { noticeWords, say, sayMoment } from '../../domain/notice/say.js';
import { sayToComplainant } from '../../domain/notice/say-to-complainant.js';
import { rulesFor, usualNotices } from '../../domain/notice/table.js';
import { timingOf, usualPreferences, wants } from '../../domain/notice/timing.js';
import { isTold, type Mistake, problemsOf } from './wrong-rulebook.js';

const complaint = {
  id: 'c',
  number: 'TS-1',
  severity: 'ordinary',
  facts: {},
  accused: [],
  recused: [],
  clocks: {},
  stops: [],
  marks: {},
  status: 'received',
  text: '周女士（13800000001）反映：3 号楼电梯停运。',
  complainant: { name: '周女士', phone: '13800000001', email: 'zhou@example.com' },
} as unknown as Complaint;
const event = (given: object) =>
  ({
    seq: 1,
    at: '2026-03-02T09:30:00+08:00',
    actor: { system: 'time' },
    clauses: [],
    ...given,
  }) as unknown as ComplaintEvent;
const missed = event({ type: 'DeadlineMissed', clock: 'reply', due: '2026-03-03T00:00:00+08:00' });
const told = (one: ComplaintEvent, own = {}) =>
  Object.fromEntries(rulesFor(one, own).map(({ audience, ways }) => [audience, ways]));

describe('rules', () => {
  test('a rulebook replaces what it names, audience by audience, and the closest line wins', () => {
    expect(told(missed)).toEqual(usualNotices['DeadlineMissed']);
    expect(told(missed, { DeadlineMissed: { handler: [], hq: ['inbox'] } })).toEqual({
      supervisor: usualNotices['DeadlineMissed']?.supervisor,
      company: ['inbox'],
      hq: ['inbox'],
    });
    const own = { 'DeadlineMissed:reply': { company: ['email' as const] }, DeadlineMissed: { company: [] } };
    expect(told(missed, own)['company']).toEqual(['email']);
    expect(told(event({ ...missed, clock: 'plan' }), own)['company']).toBeUndefined();
  });
  test('a rung that a higher one overtook, and a deadline as it is first set, are told to nobody', () => {
    const raised = { type: 'SeverityRaised', severity: 'major', because: 'x' };
    expect(told(event(raised))['hq']).toContain('robot');
    expect(rulesFor(event({ ...raised, overtaken: true }))).toEqual([]);
    const set = { type: 'DeadlineSet', clock: 'reply', startedAt: '', due: '', rule: 0 };
    expect(rulesFor(event(set))).toEqual([]);
    expect(told(event({ ...set, because: 'Resumed' }))).toEqual({ complainant: ['email', 'webhook'] });
  });
  test('the schema knows the same audiences and ways', () => {
    const { properties, $defs } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(Object.keys(properties?.['notices'].additionalProperties.properties).sort()).toEqual([...audiences].sort());
    expect($defs?.['ways'].items.enum).toEqual(ways);
  });
  test.each<Mistake>([
    [
      'an unknown event',
      'version: 1',
      'version: 1\nnotices: {Applause: {hq: [inbox]}}',
      /notices\.Applause: there is no event/,
    ],
    [
      'an unknown clock',
      'version: 1',
      'version: 1\nnotices: {"DeadlineMissed:lunch": {hq: [inbox]}}',
      /there is no clock "lunch"/,
    ],
    ['too close', 'version: 1', 'version: 1\nnotices: {"Replied:phone": {hq: [inbox]}}', /write Replied alone/],
    [
      'an unknown severity',
      'version: 1',
      'version: 1\nnotices: {"SeverityRaised:awful": {hq: [inbox]}}',
      /"awful" is unknown/,
    ],
    [
      'a customer in the inbox',
      'version: 1',
      'version: 1\nnotices: {Replied: {complainant: [inbox]}}',
      /"inbox" is unknown/,
    ],
    ['an unknown way', 'version: 1', 'version: 1\nnotices: {Replied: {hq: [pigeon]}}', /"pigeon" is unknown/],
  ])('%s', isTold);
  test('a line that makes sense is taken', () => {
    expect(problemsOf('version: 1', 'version: 1\nnotices: {"Escalated:group": {hq: [inbox, robot]}}')).toEqual([]);
  });
});

describe('timing', () => {
  const zone = 'Asia/Shanghai';
  const at = (local: string) => Date.parse(`2026-03-02T${local}:00+08:00`);
  const day = 86_400_000;
  const quiet = usualPreferences;
  test.each([
    ['by day', at('12:00'), at('12:00')],
    ['before midnight', at('23:00'), at('07:30') + day],
    ['after midnight', at('03:00'), at('07:30')],
    ['as they begin', at('22:00'), at('07:30') + day],
    ['as they end', at('07:30'), at('07:30')],
  ])('quiet hours: %s', (_, now, then) => {
    expect(timingOf(quiet, false, now, zone)).toEqual({ notBefore: then, digest: false });
    expect(timingOf(quiet, true, now, zone)).toEqual({ notBefore: now, digest: false });
  });
  test('quiet hours within one day, or none', () => {
    const noon = { ...quiet, quiet: { from: '12:00', to: '14:00' } };
    expect(timingOf(noon, false, at('13:00'), zone).notBefore).toBe(at('14:00'));
    expect(timingOf(noon, false, at('11:59'), zone).notBefore).toBe(at('11:59'));
    expect(timingOf({ ...quiet, quiet: null }, false, at('03:00'), zone).notBefore).toBe(at('03:00'));
  });
  test('the digest of the day, and what does not wait for it', () => {
    const daily = { ...quiet, digestAt: '17:30' };
    expect(timingOf(daily, false, at('17:30'), zone)).toEqual({ notBefore: at('17:30'), digest: true });
    expect(timingOf(daily, false, at('17:31'), zone)).toEqual({ notBefore: at('17:30') + day, digest: true });
    expect(timingOf(daily, true, at('17:31'), zone)).toEqual({ notBefore: at('17:31'), digest: false });
  });
  test('people choose ways by kind; urgent ones stay in the inbox', () => {
    const mine = { ...quiet, email: 'a@b.cn', kinds: { progress: [] } };
    expect(noticeKinds.map((kind) => wants(mine, kind, 'email', false))).toEqual([true, true, true, false]);
    expect(wants(mine, 'progress', 'inbox', false)).toBe(false);
    expect(wants(mine, 'progress', 'inbox', true)).toBe(true);
    expect(wants({ ...mine, email: null }, 'work', 'email', true)).toBe(false);
  });
});

describe('words', () => {
  const occasion = { event: missed, complaint, project: '翠湖花园' };
  const all = (text: object) => JSON.stringify(text);
  test('a robot and a webhook never carry what the complainant wrote, nor who they are', () => {
    expect(say(occasion, 'inbox', 'zh').quote).toContain('电梯停运');
    for (const way of ['robot', 'webhook'] as const) {
      const text = all(say(occasion, way, 'zh'));
      expect(text).toContain('TS-1');
      expect(text).not.toMatch(/周女士|138|电梯/);
    }
  });
  test('of a confidential complaint only number, kind and due moment leave the house', () => {
    const secret = { ...complaint, accused: ['li'] };
    expect(isConfidential(secret)).toBe(true);
    for (const way of ['email', 'robot', 'webhook'] as const) {
      const { title, lines } = say({ ...occasion, complaint: secret }, way, 'zh');
      expect([title, lines]).toEqual([
        '“回复”已逾期',
        [
          ['编号', 'TS-1'],
          ['期限', '2026-03-02 24:00'],
        ],
      ]);
    }
    expect(say({ ...occasion, complaint: secret }, 'inbox', 'zh').quote).toContain('电梯');
  });
  test('what is urgent says so', () => {
    const unsafe = { ...complaint, facts: { safety: true } };
    expect([isUrgent(complaint), isUrgent(unsafe), isUrgent({ ...complaint, severity: 'major' })]).toEqual([
      false,
      true,
      true,
    ]);
    expect(say({ ...occasion, complaint: unsafe }, 'robot', 'zh').title).toBe('【紧急】“回复”已逾期');
  });
  test('every event of the table has words in both languages', () => {
    const types = new Set(Object.keys(usualNotices).map((mark) => mark.split(':')[0]));
    for (const { headlines } of Object.values(noticeWords)) {
      expect(Object.keys(headlines)).toEqual(expect.arrayContaining([...types]));
    }
    expect(Object.keys(noticeWords.en.clocks)).toEqual(Object.keys(noticeWords.zh.clocks));
  });
  test('a receipt has number and promise', () => {
    const promised = { ...complaint, clocks: { reply: { state: 'open', due: '2026-03-03T00:00:00+08:00' } } };
    const letter = sayToComplainant(
      { event: event({ type: 'Received' }), complaint: promised as never, project: '翠湖花园' },
      'zh',
    );
    expect(letter?.subject).toBe('您的投诉 TS-1');
    expect(letter?.paragraphs).toEqual([
      '尊敬的周女士：',
      '您对翠湖花园的投诉我们已收到，受理编号为 TS-1。查询进展时请告知此编号。',
      '我们将在 2026-03-02 24:00 前回复您。',
      '感谢您的理解与支持。',
    ]);
  });
  test('the customer hears nothing of how the house works', () => {
    expect(sayToComplainant({ ...occasion, event: missed }, 'zh')).toBeUndefined();
    const forLevel1 = event({ type: 'ResultFedBack', form: 'letter', text: 'x', addressee: 'level1' });
    expect(sayToComplainant({ ...occasion, event: forLevel1 }, 'zh')).toBeUndefined();
  });
  test('midnight is the end of the day before', () => {
    expect([sayMoment('2026-03-01T00:00:00+08:00'), sayMoment('2026-03-01T00:00:01+08:00')]).toEqual([
      '2026-02-28 24:00',
      '2026-03-01 00:00',
    ]);
  });
});
