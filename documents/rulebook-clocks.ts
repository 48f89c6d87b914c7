/** What makes sense of a rulebook's clocks: each can start and be met, and it is clear which of its rules applies. */
import { type Budget, isNatural, parseBudget } from '../domain/calendar/budget.js';
import { clockDefinition, reportKinds } from '../domain/complaint/clocks.js';
import type { Condition, Expected, When } from '../domain/rulebook/condition.js';
import type { ClockRuleDocument, RulebookDocument } from '../domain/rulebook/document.js';
import { severities, type Stage } from '../domain/rulebook/rulebook.js';
import { readPeriod } from './period.js';
import type { Said } from './problem.js';
import type { Path, SenseProblem } from './rulebook-sense.js';
import { eventTypes, isOver, noEvent, noSeverity, valuesOf } from './rulebook-words.js';

export function clockProblems(document: RulebookDocument): SenseProblem[] {
  const problems = Object.entries(document.clocks ?? {}).flatMap(([name, rules]) => [
    ...stageProblems(name, rules, document),
    ...severityProblems(name, document),
    ...rules.flatMap((rule, i) => ruleProblems(name, rule, ['clocks', name, i], document)),
    ...choiceProblems(rules, ['clocks', name]),
  ]);
  return [...problems, ...ladderProblems(document)];
}

/** The stage that brings an event. */
const stageOf: Record<string, Stage> = {
  Dispatched: 'dispatch',
  TakenOver: 'takeOver',
  FindingsRecorded: 'investigate',
  PlanProposed: 'plan',
  PlanApproved: 'approval',
  PlanReturned: 'approval',
  Replied: 'reply',
  'Replied:measures': 'reply',
  CustomerAgreed: 'consent',
  CustomerDisagreed: 'consent',
  CarriedOut: 'carryOut',
  Verified: 'verify',
  VerificationFailed: 'verify',
  RevisitRecorded: 'revisit',
  RevisitExempted: 'revisit',
};

/** A clock whose beginning, or whose end, belongs to stages that the rulebook does not have. */
function stageProblems(name: string, rules: ClockRuleDocument[], { stages = {} }: RulebookDocument): SenseProblem[] {
  const definition = clockDefinition(name);
  if (!definition) return [];
  const missing = (marks: readonly string[]): Stage[] | undefined => {
    const needed = marks.map((mark) => stageOf[mark]);
    return needed.every((stage) => stage && stages[stage] === false) ? (needed as Stage[]) : undefined;
  };
  const path: Path = ['clocks', name];
  // settling and refusing end it too, but a period that nothing on the way can meet is a mistake
  const unmet = missing(definition.metBy.filter((mark) => !['Settled', 'Refused', 'SentBack'].includes(mark)));
  if (unmet) {
    const zh = `没有环节能使其完成：stages.${unmet[0]} 为 false`;
    return [{ path, message: `nothing can meet it: stages.${unmet[0]} is false`, zh }];
  }
  return rules.flatMap((rule, i) => {
    const unstarted = missing(rule.from ?? definition.starts);
    if (!unstarted) return [];
    const zh = `永远不会开始：stages.${unstarted[0]} 为 false`;
    return [{ path: [...path, i], message: `it can never start: stages.${unstarted[0]} is false`, zh }];
  });
}

/** `resolve.hot` needs a rung `hot` to raise to; so do the reports on it. */
function severityProblems(name: string, document: RulebookDocument): SenseProblem[] {
  const severity = name.startsWith('resolve.') ? name.slice('resolve.'.length) : undefined;
  if (!severity || severity in (document.severities ?? {})) return [];
  return [
    {
      path: ['clocks', name],
      message: `raises to ${severity}, which severities does not have: add it`,
      zh: `升级到 ${severity}，而 severities 中没有：请加上`,
    },
  ];
}

function ruleProblems(name: string, rule: ClockRuleDocument, path: Path, document: RulebookDocument): SenseProblem[] {
  const problems: SenseProblem[] = [];
  const within = readPeriod(rule.within, [...path, 'within'], problems);
  const aim = rule.aim === undefined ? undefined : readPeriod(rule.aim, [...path, 'aim'], problems);
  if (within && aim && isNatural(within) === isNatural(aim) && days(aim) >= days(within)) {
    problems.push({
      path: [...path, 'aim'],
      message: `lies not within ${rule.within}: aim at less`,
      zh: `不在 ${rule.within} 之内：请写得更短`,
    });
  }
  if (rule.extension) {
    readPeriod(rule.extension.most, [...path, 'extension', 'most'], problems);
    if (clockDefinition(name)?.age) {
      const message = 'an age is not extended by anybody: take it away';
      problems.push({ path: [...path, 'extension'], message, zh: '时长谁也不能延长：请删去' });
    }
  }
  rule.from?.forEach((mark, i) => {
    const wrong = markProblem(mark, document);
    if (wrong) problems.push({ path: [...path, 'from', i], ...wrong });
  });
  if (rule.agreed && clockDefinition(name)?.age) {
    const message = 'an age is not agreed on with anybody: take it away';
    problems.push({ path: [...path, 'agreed'], message, zh: '时长不与任何人约定：请删去' });
  }
  return problems;
}

function markProblem(mark: string, { severities: rungs = {} }: RulebookDocument): Said | undefined {
  const [type = '', detail] = mark.split(':');
  if (!eventTypes.includes(type)) return noEvent(type, eventTypes);
  if (detail === undefined) return undefined;
  if (type === 'SeverityRaised') return detail in rungs ? undefined : noSeverity(detail);
  if (mark === 'Replied:measures') return undefined;
  if (type === 'ReportSubmitted' && reportKinds.includes(detail)) return undefined;
  return { message: `"${mark}" marks nothing; write ${type}`, zh: `“${mark}”不表示任何事件：请写 ${type}` };
}

/** About how many days a period is, to compare two of them. */
function days({ n, unit }: Budget): number {
  const of = {
    minutes: 1 / 1440,
    hours: 1 / 24,
    workingDays: 1.4,
    days: 1,
    weeks: 7,
    months: 30,
    sameDay: 0.5,
    dayWorkResumes: 1.4,
  };
  return n * of[unit];
}

/** A higher rung comes later than a lower one. */
function ladderProblems({ clocks = {} }: RulebookDocument): SenseProblem[] {
  const ages = severities.flatMap((severity) => {
    const [only, another] = clocks[`resolve.${severity}`] ?? [];
    return only && !another && !only.when ? [{ name: `resolve.${severity}`, within: only.within }] : [];
  });
  return ages.slice(1).flatMap(({ name, within }, i) => {
    const lower = ages[i] as (typeof ages)[number];
    if (!isPeriod(within) || !isPeriod(lower.within) || days(parseBudget(within)) > days(parseBudget(lower.within)))
      return [];
    return [
      {
        path: ['clocks', name, 0, 'within'],
        message: `comes no later than ${lower.name} (${lower.within}): write a longer age`,
        zh: `不晚于 ${lower.name}（${lower.within}）：请写更长的时长`,
      },
    ];
  });
}

const isPeriod = (text: string): boolean => readPeriod(text, [], []) !== undefined;

/** Of two rules that could apply at once, the first must be the special case of the other; or they start from other events. */
function choiceProblems(rules: ClockRuleDocument[], path: Path): SenseProblem[] {
  return rules.flatMap((rule, later) =>
    rules.slice(0, later).flatMap((first, earlier): SenseProblem[] => {
      if (`${first.from?.join()}` !== `${rule.from?.join()}`) return [];
      if (covers(first.when, rule.when))
        return [
          {
            path: [...path, later],
            message: `never applies: the rule no. ${earlier + 1} of this clock always comes first; put this one above it`,
            zh: `永远用不上：本时钟的第 ${earlier + 1} 条总是先成立，请把这一条放到它前面`,
          },
        ];
      if (covers(rule.when, first.when) || !overlap(first.when, rule.when)) return [];
      return [
        {
          path: [...path, later],
          message: `could apply at once with the rule no. ${earlier + 1} of this clock: tell them apart by when`,
          zh: `可能与本时钟的第 ${earlier + 1} 条同时适用：请用 when 加以区分`,
        },
      ];
    }),
  );
}

const listOf = (when: When | undefined): Condition[] =>
  when === undefined ? [{}] : Array.isArray(when) ? when : [when];

/** Whether a condition holds wherever the other does. */
const covers = (wide: When | undefined, narrow: When | undefined): boolean =>
  listOf(narrow).every((one) =>
    listOf(wide).some((other) =>
      Object.entries(other).every(([key, expected]) => {
        const narrower = one[key as keyof Condition];
        return narrower !== undefined && JSON.stringify(narrower) === JSON.stringify(expected)
          ? true
          : within(narrower, expected);
      }),
    ),
  );

function within(narrow: Expected | undefined, wide: Expected): boolean {
  if (narrow === undefined || isOver(wide) || isOver(narrow) || isNot(wide)) return false;
  if (isNot(narrow)) return false;
  return valuesOf(narrow).every((value) => valuesOf(wide).includes(value));
}

const overlap = (a: When | undefined, b: When | undefined): boolean =>
  listOf(a).some((one) =>
    listOf(b).some((other) =>
      Object.entries(one).every(([key, expected]) => meets(expected, other[key as keyof Condition])),
    ),
  );

/** Whether one value could be what both expect. */
function meets(a: Expected, b: Expected | undefined): boolean {
  if (b === undefined || isOver(a) || isOver(b) || (isNot(a) && isNot(b))) return true;
  if (isNot(a)) return valuesOf(b).some((value) => !valuesOf(a).includes(value));
  if (isNot(b)) return valuesOf(a).some((value) => !valuesOf(b).includes(value));
  return valuesOf(a).some((value) => valuesOf(b).includes(value));
}

const isNot = (expected: Expected): boolean =>
  typeof expected === 'object' && !Array.isArray(expected) && 'not' in expected;
