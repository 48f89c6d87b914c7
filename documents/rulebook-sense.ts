/** What makes sense in a rulebook, beyond its form. */
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { readPeriod } from './period.js';
import type { Said } from './problem.js';
import { clockProblems } from './rulebook-clocks.js';
import { dutyProblems } from './rulebook-duties.js';
import { formProblems } from './rulebook-form.js';
import { particularProblems } from './rulebook-particulars.js';
import { noticeProblems } from './rulebook-notices.js';
import { eventTypes, noEvent, noSeverity, noTier, presenceProblems, wordsOf } from './rulebook-words.js';

export type Path = (string | number)[];
export interface SenseProblem extends Said {
  path: Path;
}

/** Every problem of a document that was read; none when it can be put to use. `zones`: the zone of each known calendar. */
export function senseProblems(value: unknown, zones?: ReadonlyMap<string, string>): SenseProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'a rulebook is a map that begins with its id: rulebook: WY';
    return [{ path: [], message, zh: '规程是一组键值，以编号开头：rulebook: WY' }];
  }
  const form = formProblems(value);
  if (form.length > 0) return form;
  const document = value as RulebookDocument;
  return [
    ...citedClauses(value, [])
      .filter(({ clause }) => !(clause in document.clauses))
      .map(({ path, clause }) => ({
        path,
        message: `cites ${clause}, which is not in the catalogue: add it to clauses`,
        zh: `引用了 ${clause}，条款目录中没有：请加到 clauses`,
      })),
    ...placeProblems(document, zones),
    ...clockProblems(document),
    ...conditionProblems(document),
    ...decisionProblems(document),
    ...severityProblems(document),
    ...bulletinProblems(document),
    ...dutyProblems(document),
    ...noticeProblems(document),
    ...particularProblems(document),
  ];
}

/** Every `clauses: [..]` below a value, the catalogue itself aside. */
function citedClauses(value: unknown, path: Path): { path: Path; clause: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (path.length === 0 && key === 'clauses') return [];
    if (key === 'clauses' && Array.isArray(inner))
      return inner.map((clause: string, i) => ({ path: [...here, i], clause }));
    return citedClauses(inner, here);
  });
}

function placeProblems(
  { zone, calendar, hours }: RulebookDocument,
  zones?: ReadonlyMap<string, string>,
): SenseProblem[] {
  const problems: SenseProblem[] = [];
  if (!isZone(zone)) {
    const message = `there is no time zone "${zone}"; write Asia/Shanghai`;
    problems.push({ path: ['zone'], message, zh: `没有时区“${zone}”：请写 Asia/Shanghai` });
  }
  if (zones && !zones.has(calendar)) {
    const known = [...zones.keys()].join(', ');
    const message = `there is no calendar "${calendar}"; known are ${known}`;
    problems.push({ path: ['calendar'], message, zh: `没有日历“${calendar}”：可以写 ${known}` });
  }
  const kept = zones?.get(calendar);
  if (kept && isZone(zone) && kept !== zone) {
    problems.push({
      path: ['zone'],
      message: `the calendar ${calendar} is kept in ${kept}: write that, or choose another`,
      zh: `日历 ${calendar} 的时区是 ${kept}：请写这一时区，或另选日历`,
    });
  }
  if (hours && hours.opens >= hours.closes) {
    problems.push({
      path: ['hours'],
      message: `opens at ${hours.opens} but closes at ${hours.closes}: swap them`,
      zh: `${hours.opens} 上班却 ${hours.closes} 下班：请对调`,
    });
  }
  return problems;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function conditionProblems(document: RulebookDocument): SenseProblem[] {
  const words = wordsOf(document);
  return [
    ...Object.entries(document.stages ?? {}).flatMap(([name, one]) => presenceProblems(one, ['stages', name], words)),
    ...Object.entries(document.decisions).flatMap(([name, { when }]) =>
      presenceProblems(when, ['decisions', name, 'when'], words),
    ),
    ...Object.entries(document.clocks ?? {}).flatMap(([name, rules]) =>
      rules.flatMap(({ when }, i) => presenceProblems(when, ['clocks', name, i, 'when'], words)),
    ),
    ...Object.entries(document.paths ?? {}).flatMap(([name, { when }]) =>
      presenceProblems(when, ['paths', name, 'when'], words),
    ),
    ...presenceProblems(document.replyApproval?.when, ['replyApproval', 'when'], words),
  ];
}

function decisionProblems({ decisions, replyApproval, stages, handUp, tiers }: RulebookDocument): SenseProblem[] {
  const problems: SenseProblem[] = [];
  for (const [name, { by, all }] of Object.entries(decisions)) {
    if (!all) continue;
    const path = ['decisions', name, 'all'];
    if (name !== 'approve')
      problems.push({ path, message: 'is for approve alone: take it away', zh: '只用于 approve：请删去' });
    else if ((by ?? []).length < 2) {
      const message = 'needs the roles that must all approve: by: [supervisor, approver]';
      problems.push({ path, message, zh: '须写明都要审批的角色：by: [supervisor, approver]' });
    }
  }
  if (replyApproval && stages?.reply === false) {
    const message = 'there is no reply to approve: stages.reply is false';
    problems.push({ path: ['replyApproval'], message, zh: '没有回复可以审批：stages.reply 为 false' });
  }
  if (replyApproval && decisions['approveReply']?.never) {
    problems.push({
      path: ['decisions', 'approveReply', 'never'],
      message: 'replies are approved here (replyApproval): take one of them away',
      zh: '本规程的回复须经审批（replyApproval）：二者请删去一项',
    });
  }
  if (handUp && tiers?.length === 1) {
    const message = `there is no tier above ${tiers.join()} to hand anything up to`;
    problems.push({ path: ['handUp'], message, zh: `${tiers.join()} 之上没有可以上报的层级` });
  }
  return problems;
}

function severityProblems({ severities = {}, tiers }: RulebookDocument): SenseProblem[] {
  return Object.entries(severities)
    .filter(([, { tier }]) => tiers && !tiers.includes(tier))
    .map(([name, { tier }]) => ({
      path: ['severities', name, 'tier'],
      ...noTier(tier, tiers ?? []),
    }));
}

function bulletinProblems({ bulletins, severities = {} }: RulebookDocument): SenseProblem[] {
  if (!bulletins) return [];
  const { severity, turns, every } = bulletins;
  const problems: SenseProblem[] = [];
  if (!(severity in severities)) {
    problems.push({
      path: ['bulletins', 'severity'],
      ...noSeverity(severity),
    });
  }
  readPeriod(every, ['bulletins', 'every'], problems);
  turns.forEach((turn, i) => {
    const path = ['bulletins', 'turns', i];
    if (!eventTypes.includes(turn)) problems.push({ path, ...noEvent(turn, eventTypes) });
    if (turn === 'BulletinIssued')
      problems.push({ path, message: 'a bulletin is no turn: take it away', zh: '快报本身不算进展：请删去' });
  });
  return problems;
}
