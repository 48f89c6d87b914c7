/** What makes sense of what single regulations add: who pays, other parties, the survey, the figures, duty periods. */
import type { RulebookDocument } from '../domain/rulebook/document.js';
import type { Path, SenseProblem } from './rulebook-sense.js';

export function particularProblems(document: RulebookDocument): SenseProblem[] {
  return [
    ...sheetProblems(document),
    ...stepProblems(document),
    ...pathProblems(document),
    ...surveyProblems(document),
    ...serviceProblems(document),
    ...dutyProblems(document),
  ];
}

/** A paper that is asked for is one of the forms, and can be issued. */
function sheetProblems({
  payers = {},
  paths = {},
  compensation,
  forms = {},
  decisions,
}: RulebookDocument): SenseProblem[] {
  const asked: [Path, string | undefined][] = [
    ...Object.entries(payers).map(([name, { sheet }]): [Path, string | undefined] => [
      ['payers', name, 'sheet'],
      sheet,
    ]),
    ...Object.entries(paths).map(([name, { sheet }]): [Path, string | undefined] => [['paths', name, 'sheet'], sheet]),
    ...Object.entries(compensation ?? {}).map(([size, { sheet }]): [Path, string | undefined] => [
      ['compensation', size, 'sheet'],
      sheet,
    ]),
  ];
  return asked.flatMap(([path, sheet]) => {
    if (sheet === undefined) return [];
    if (!(sheet in forms)) {
      const zh = `本规程没有文书“${sheet}”：请加到 forms`;
      return [{ path, message: `"${sheet}" is none of its forms: add it to forms`, zh }];
    }
    if (decisions['issueSheet']) return [];
    const zh = '没有人能签发：请在 decisions 中写 issueSheet';
    return [{ path, message: 'nobody can issue it: name issueSheet among decisions', zh }];
  });
}

/** A step that only some regulations have needs what it works with, and the other way round. */
function stepProblems({ decisions, forms, penalty }: RulebookDocument): SenseProblem[] {
  const problems: SenseProblem[] = [];
  if (decisions['penalise'] && !penalty)
    problems.push({
      path: ['decisions', 'penalise'],
      message: 'has no rates to reckon with: add penalty',
      zh: '没有可以计算的比例：请加 penalty',
    });
  if (penalty && !decisions['penalise'])
    problems.push({
      path: ['penalty'],
      message: 'nobody can impose it: name penalise among decisions',
      zh: '没有人能作出处罚：请在 decisions 中写 penalise',
    });
  if (decisions['issueSheet'] && !forms)
    problems.push({
      path: ['decisions', 'issueSheet'],
      message: 'there is no sheet to issue: add forms',
      zh: '没有可以签发的文书：请加 forms',
    });
  return problems;
}

function pathProblems({ paths, decisions, clocks = {} }: RulebookDocument): SenseProblem[] {
  const steps = ['contact', 'conclude'];
  if (paths)
    return steps
      .filter((step) => !decisions[step])
      .map((step) => ({
        path: ['paths'],
        message: `nobody can ${step}: name ${step} among decisions`,
        zh: `没有人能作出 ${step}：请写到 decisions`,
      }));
  const idle = steps
    .filter((step) => decisions[step])
    .map((step) => ({
      path: ['decisions', step],
      message: 'there is no other party to contact: add paths',
      zh: '没有可以联系的另一方：请加 paths',
    }));
  return 'contact' in clocks
    ? [
        ...idle,
        {
          path: ['clocks', 'contact'],
          message: 'nothing can meet it: there are no paths',
          zh: '没有环节能使其完成：没有 paths',
        },
      ]
    : idle;
}

function surveyProblems({ survey, stages }: RulebookDocument): SenseProblem[] {
  if (!survey || stages?.revisit !== false) return [];
  const zh = '回访时才评价：stages.revisit 为 false';
  return [{ path: ['survey'], message: 'is asked at the revisit: stages.revisit is false', zh }];
}

const clockOf: Record<string, string> = { onSite: 'arrive', returned: 'verify', revisited: 'revisit' };

function serviceProblems({ service = {}, clocks = {} }: RulebookDocument): SenseProblem[] {
  return Object.entries(service).flatMap(([figure, { least, most }]) => {
    const problems: SenseProblem[] = [];
    const clock = clockOf[figure];
    if (clock && !(clock in clocks))
      problems.push({
        path: ['service', figure],
        message: `has no period to be measured by: add clocks.${clock}`,
        zh: `没有用来考核的期限：请加 clocks.${clock}`,
      });
    if (least !== undefined && most !== undefined)
      problems.push({
        path: ['service', figure],
        message: 'is to be at least or at most, not both: take one away',
        zh: '只能写至少或至多之一：请删去一项',
      });
    return problems;
  });
}

function dutyProblems({ dutyPeriods = {} }: RulebookDocument): SenseProblem[] {
  return Object.entries(dutyPeriods).flatMap(([name, { holidays, from, to }]) => {
    const path: Path = ['dutyPeriods', name];
    if (holidays !== undefined && (from !== undefined || to !== undefined))
      return [
        {
          path,
          message: 'is on holidays or from one day to another, not both: take one away',
          zh: '只能写节假日或起止日期之一：请删去一项',
        },
      ];
    if (holidays === undefined && (from === undefined || to === undefined))
      return [
        {
          path,
          message: "needs holidays: true, or both from: '03-01' and to: '05-10'",
          zh: "须写 holidays: true，或同时写 from: '03-01' 和 to: '05-10'",
        },
      ];
    return [['from', from] as const, ['to', to] as const]
      .filter(([, day]) => day !== undefined && !isDay(day))
      .map(([key, day]) => ({
        path: [...path, key],
        message: `there is no ${day} in any year`,
        zh: `没有哪一年有 ${day} 这一天`,
      }));
  });
}

// a leap year: 29 February is a day, 30 February is none
const isDay = (monthDay: string): boolean =>
  new Date(`2024-${monthDay}T00:00:00Z`).toISOString().slice(5, 10) === monthDay;
