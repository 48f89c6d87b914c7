/** What makes sense in a rulebook, beyond its form. */
import { parseBudget } from '../domain/calendar/budget.js';
import { clockDefinition, reportKinds } from '../domain/complaint/clocks.js';
import { commandNames } from '../domain/complaint/commands/index.js';
import { signalNames } from '../domain/complaint/signals.js';
import { conditionKeys } from '../domain/rulebook/condition.js';
import { recurrences, type RulebookDocument } from '../domain/rulebook/document.js';
import { roles, severities, stages, tiers } from '../domain/rulebook/rulebook.js';

type Path = (string | number)[];
export interface SenseProblem {
  path: Path;
  message: string;
}

const parts = [
  'rulebook', 'version', 'title', 'source', 'zone', 'calendar', 'hours', 'tiers', 'clauses', 'categories', 'grades', 'natures',
  'units', 'stages', 'decisions', 'grounds', 'supervision', 'clocks', 'severities', 'bulletins', 'revisit', 'handUp',
  'replyApproval', 'recusal', 'suspension', 'warnings', 'forms', 'duties', 'conduct',
]; // prettier-ignore
const required = ['rulebook', 'version', 'title', 'zone', 'calendar', 'clauses', 'categories', 'decisions'];

/** Every problem of a document that was read; none when it can be put to use. */
export function senseProblems(value: unknown): SenseProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path: [], message: 'a rulebook is a map that begins with its id: rulebook: WY' }];
  }
  const missing = required
    .filter((part) => !(part in value))
    .map((part) => ({ path: [], message: `${part} is missing` }));
  const unknown = Object.keys(value)
    .filter((part) => !parts.includes(part))
    .map((part) => ({ path: [part], message: `is no part of a rulebook; known are ${parts.join(', ')}` }));
  if (missing.length > 0) return [...missing, ...unknown];
  const document = value as RulebookDocument;
  return [
    ...unknown,
    ...citedClauses(value, [])
      .filter(({ clause }) => !(clause in document.clauses))
      .map(({ path, clause }) => ({
        path,
        message: `cites ${clause}, which is not in the catalogue: add it to clauses`,
      })),
    ...clockProblems(document),
    ...wordProblems(document),
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

function clockProblems({ clocks = {} }: RulebookDocument): SenseProblem[] {
  return Object.entries(clocks).flatMap(([name, rules]) => {
    const path: Path = ['clocks', name];
    const [kind, rest = ''] = name.split('.');
    const known =
      kind === 'resolve'
        ? severities.slice(1).some((one) => one === rest)
        : kind === 'report'
          ? reportKinds.includes(rest)
          : clockDefinition(name);
    if (!known) return [{ path, message: `there is no clock "${name}"` }];
    if (!Array.isArray(rules)) return [{ path, message: 'must be a list of rules' }];
    return rules.flatMap((rule, i) => [
      ...budgetProblem(rule.within, [...path, i, 'within']),
      ...(rule.aim === undefined ? [] : budgetProblem(rule.aim, [...path, i, 'aim'])),
      ...(rule.clauses?.length ? [] : [{ path: [...path, i], message: 'a period names its clauses: clauses: [..]' }]),
      ...conditionProblems(rule.when, [...path, i, 'when']),
    ]);
  });
}

function budgetProblem(within: unknown, path: Path): SenseProblem[] {
  try {
    parseBudget(String(within));
    return [];
  } catch (error) {
    return [{ path, message: (error as Error).message }];
  }
}

function conditionProblems(condition: unknown, path: Path): SenseProblem[] {
  if (condition === undefined || typeof condition === 'boolean' || condition === 'optional') return [];
  if (Array.isArray(condition)) return condition.flatMap((one, i) => conditionProblems(one, [...path, i]));
  return Object.keys(condition as object)
    .filter((key) => !(conditionKeys as readonly string[]).includes(key))
    .map((key) => ({
      path: [...path, key],
      message: `is nothing that can be asked; known are ${conditionKeys.join(', ')}`,
    }));
}

function wordProblems(document: RulebookDocument): SenseProblem[] {
  const known = (words: readonly string[], path: Path, what: string, of: readonly string[]): SenseProblem[] =>
    words
      .filter((word) => !of.includes(word))
      .map((word) => ({ path: [...path, word], message: `there is no ${what} "${word}"; known are ${of.join(', ')}` }));
  return [
    ...known(Object.keys(document.stages ?? {}), ['stages'], 'stage', stages),
    ...known(document.tiers ?? [], ['tiers'], 'tier', tiers),
    ...known(Object.keys(document.severities ?? {}), ['severities'], 'severity', severities),
    ...known(Object.keys(document.decisions), ['decisions'], 'command or signal', [
      'file',
      'default',
      ...commandNames,
      ...signalNames,
    ]),
    ...Object.entries(document.decisions).flatMap(([name, decision]) => [
      ...known(decision.by ?? [], ['decisions', name, 'by'], 'role', roles),
      ...conditionProblems(decision.when, ['decisions', name, 'when']),
    ]),
    ...Object.entries(document.stages ?? {}).flatMap(([name, when]) => conditionProblems(when, ['stages', name])),
    ...conditionProblems(document.replyApproval?.when, ['replyApproval', 'when']),
    ...Object.entries(document.duties ?? {}).flatMap(([name, { every }]) =>
      known([every], ['duties', name, 'every'], 'recurrence', recurrences),
    ),
  ];
}
