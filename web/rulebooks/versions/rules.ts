/** Rules of a rulebook as they are written, in the words of the page. */
import type { Label, Rulebook } from '../../api/shapes.js';
import { sayBudget } from '../../parts/budget.js';
import { sayCondition } from '../../parts/condition.js';
import type { WordsInUse } from '../../parts/words.js';

interface Written extends Label {
  within?: string;
  aim?: string;
  agreed?: true | 'sooner';
  extension?: { most: string };
  from?: string[];
  when?: unknown;
  rolls?: false;
  by?: string[];
  all?: true;
  never?: true;
  reading?: Label;
}

/** Undefined where there are no words: the rule is then shown as it is written. `path`: `clocks.reply`, `stages.plan` … */
export function sayRule(path: string, rule: unknown, book: Rulebook, words: WordsInUse): string | undefined {
  const [section = ''] = path.split('.');
  if (section === 'stages') return sayPresence(rule, book, words);
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return undefined;
  const written = rule as Written;
  if (section === 'clocks') return sayPeriod(written, words);
  if (section === 'decisions') return sayDecision(written, book, words);
  const { clauses: _, ...rest } = written as Written & { clauses?: string[] };
  return Object.keys(rest).every((key) => ['zh', 'en'].includes(key)) ? words.label(written) || undefined : undefined;
}

/** The cases that a rule is for; empty when for all. */
export function sayCases(rule: unknown, book: Rulebook, words: WordsInUse): string | undefined {
  if (typeof rule !== 'object' || rule === null) return undefined;
  const { when } = rule as Written;
  return when === undefined ? '' : sayCondition(when, book, words);
}

function sayPresence(rule: unknown, book: Rulebook, words: WordsInUse): string {
  if (typeof rule === 'object' && rule !== null)
    return words.t('differences.if', { condition: sayCondition(rule, book, words) });
  return words.t(`differences.presence.${String(rule)}`);
}

function sayPeriod({ within = '', aim, agreed, extension, from, rolls, reading }: Written, words: WordsInUse): string {
  const { t, label, zh } = words;
  const said = [
    sayBudget(within, words),
    aim && t('rulebooks.aim', { aim: sayBudget(aim, words) }),
    agreed && t(agreed === 'sooner' ? 'differences.agreedSooner' : 'differences.agreed'),
    extension && t('differences.extension', { most: sayBudget(extension.most, words) }),
    from && t('differences.from', { events: from.map((mark) => sayMark(mark, words)).join(zh ? '、' : ', ') }),
    rolls === false && t('differences.stays'),
    reading && t('differences.reading', { reading: label(reading) }),
  ];
  return said.filter(Boolean).join(zh ? '，' : ', ');
}

/** `SeverityRaised:hot`. */
function sayMark(mark: string, { term, zh }: WordsInUse): string {
  const [type = '', detail] = mark.split(':');
  const name = term('eventName', type);
  if (!detail) return name;
  return zh ? `${name}（${term('severity', detail)}）` : `${name} (${term('severity', detail)})`;
}

function sayDecision({ by, all, when, never }: Written, book: Rulebook, words: WordsInUse): string {
  const { t, term, zh } = words;
  if (never) return t('differences.never');
  const join = all ? (zh ? '和' : ' and ') : zh ? '或' : ' or ';
  const who = by
    ? t('differences.by', { roles: by.map((role) => term('role', role)).join(join) })
    : t('differences.usual');
  return when ? `${who}${zh ? '；' : '; '}${sayCondition(when, book, words)}` : who;
}
