/** Two versions of a rulebook compared rule by rule: what was added, removed, changed, and under which clauses. */
import type { ClockRuleDocument, Label, RulebookDocument } from '../domain/rulebook/document.js';
import { type Clause, stages } from '../domain/rulebook/rulebook.js';
import { conditionText, periodText, presenceText } from './rule-text.js';

export interface Difference {
  /** `clocks.reply`, `decisions.approve`, `stages.consent`, `grounds.repeated` … */
  path: string;
  change: 'added' | 'removed' | 'changed';
  before?: string;
  after?: string;
  /** The rules as they are written, for who has words of their own for them. */
  rules: { before?: unknown; after?: unknown };
  /** Those of the later version; of what was removed, those of the earlier. */
  clauses: Clause[];
}

/** A rule by where it stands, in words and with its clauses. */
interface Told {
  path: string;
  text: string;
  rule: unknown;
  clauses: Clause[];
}

/** What differs from one version to the next, in the order of the document. */
export function differences(before: RulebookDocument, after: RulebookDocument): Difference[] {
  const old = new Map(rulesOf(before).map((rule) => [rule.path, rule]));
  const now = new Map(rulesOf(after).map((rule) => [rule.path, rule]));
  const kept = [...now.values()].flatMap(({ path, text, rule, clauses }): Difference[] => {
    const was = old.get(path);
    if (!was) return [{ path, change: 'added', after: text, rules: { after: rule }, clauses }];
    const same = was.text === text && was.clauses.join() === clauses.join();
    if (same) return [];
    const texts = { before: inFull(was), after: inFull({ text, clauses }) };
    return [{ path, change: 'changed', ...texts, rules: { before: was.rule, after: rule }, clauses }];
  });
  const removed = [...old.values()]
    .filter(({ path }) => !now.has(path))
    .map(({ path, text, rule, clauses }): Difference => {
      return { path, change: 'removed', before: text, rules: { before: rule }, clauses };
    });
  return [...kept, ...removed];
}

const inFull = ({ text, clauses }: Pick<Told, 'text' | 'clauses'>): string =>
  clauses.length > 0 ? `${text} (${clauses.join(', ')})` : text;

/** What has words of its own; everything else is told as it is written. */
const described = ['rulebook', 'version', 'title', 'source', 'stages', 'decisions', 'clocks'];

function rulesOf(document: RulebookDocument): Told[] {
  const rest = Object.entries(document).filter(([key]) => !described.includes(key));
  return [
    ...Object.entries(document.clocks ?? {}).flatMap(([clock, rules]) => clockRules(clock, rules)),
    ...stages.map((stage) => ({
      path: `stages.${stage}`,
      text: presenceText(document.stages?.[stage]),
      rule: document.stages?.[stage] ?? true,
      clauses: [],
    })),
    ...Object.entries(document.decisions).map(([command, decision]) => ({
      path: `decisions.${command}`,
      text: deciderText(decision),
      rule: decision,
      clauses: decision.clauses,
    })),
    ...rest.flatMap(([key, value]) => entries(key, value)),
  ];
}

/** Rules of one clock are the same rule if they are for the same case; two for the same case are told apart by their place. */
function clockRules(clock: string, rules: ClockRuleDocument[]): Told[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const { when, from, clauses, reading } = rule;
    const cases = [conditionText(when), from ? `from ${from.join(' or ')}` : ''].filter(Boolean).join(', ');
    const nth = (seen.get(cases) ?? 0) + 1;
    seen.set(cases, nth);
    const path = `clocks.${clock}${cases ? ` (${cases})` : ''}${nth > 1 ? ` no. ${nth}` : ''}`;
    const rolls = rule.rolls === false ? ', the last day stays' : '';
    return { path, text: `${periodText(rule)}${rolls}${reading ? `; read: ${said(reading)}` : ''}`, rule, clauses };
  });
}

function deciderText({ by, all, when, never }: RulebookDocument['decisions'][string]): string {
  if (never) return 'never';
  const who = by ? `by ${by.join(all ? ' and ' : ' or ')}` : 'by the usual roles';
  return when ? `${who}, if ${conditionText(when)}` : who;
}

/** The entries of a map one by one, anything else as a whole. */
function entries(key: string, value: unknown): Told[] {
  if (!isMap(value) || 'clauses' in value) return [told(key, value)];
  return Object.entries(value).map(([name, one]) => told(`${key}.${name}`, one));
}

function told(path: string, value: unknown): Told {
  if (!isMap(value))
    return { path, text: typeof value === 'string' ? value : JSON.stringify(value), rule: value, clauses: [] };
  const { zh, en, clauses = [], ...more } = value as Label & { clauses?: Clause[] };
  const label = [zh, en].filter(Boolean).join(' / ');
  const rest = Object.keys(more).length > 0 ? JSON.stringify(more) : '';
  const text = [label, rest].filter(Boolean).join(' ');
  return { path, text, rule: value, clauses: Array.isArray(clauses) ? clauses : [] };
}

const said = ({ zh, en }: Label): string => en ?? zh ?? '';
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
