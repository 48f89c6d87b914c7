/** Rules of a rulebook as they are written, in the words of the page. */
import type { Difference, Label, Rulebook } from '../../api/shapes.js';
import { sayBudget } from '../../parts/budget.js';
import { sayCondition } from '../../parts/condition.js';
import type { WordsInUse } from '../../parts/words.js';
import { sayMark, sayName, sayWritten } from './written.js';

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

/** `path`: `clocks.reply`, `stages.plan` … */
export function sayRule(path: string, rule: unknown, book: Rulebook, words: WordsInUse): string {
  const [section = ''] = path.split('.');
  if (section === 'stages') return sayPresence(rule, book, words);
  if (section === 'clocks') return sayPeriod(rule as Written, words);
  if (section === 'decisions') return sayDecision(rule as Written, book, words);
  return sayWritten(section, rule, book, words);
}

/** The later version, with the words of what is there no more: rules that are gone may speak of it. */
export function withRemoved(book: Rulebook, items: readonly Difference[]): Rulebook {
  const gone = items.flatMap(({ path, change, rules }) => {
    const [, section = '', name] = /^(categories|grades|natures|payers|forms)\.(.+)$/.exec(path) ?? [];
    return change === 'removed' && name
      ? [{ section: section as 'categories', name, label: rules?.before as Label }]
      : [];
  });
  return gone.reduce<Rulebook>(
    (all, { section, name, label }) => ({ ...all, [section]: { [name]: label, ...all[section] } }),
    book,
  );
}

/** What a change was and is: with its clauses where only these changed, and as it is written where the page's words are the same. */
export function sayChange(
  { path, before, after, rules }: Difference,
  book: Rulebook,
  words: WordsInUse,
): { before?: string | undefined; after?: string | undefined } {
  const say = (text: string | undefined, rule: unknown) =>
    text === undefined || !rules ? text : sayRule(path, rule, book, words);
  const said = [say(before, rules?.before), say(after, rules?.after)];
  if (said[0] !== said[1]) return { before: said[0], after: said[1] };
  const [was, is] = [rules?.before, rules?.after].map((rule) => words.list(clausesOf(rule)));
  if (was === is) return { before, after };
  const cited = (clauses = '') => (clauses ? words.aside(said[0] ?? '', clauses) : said[0]);
  return { before: cited(was), after: cited(is) };
}

const clausesOf = (rule: unknown): string[] => (rule as { clauses?: string[] } | null)?.clauses ?? [];

/** `clocks.reply (channel letter)` in words; `cases`: what stands in brackets, in words. */
export function sayPath(path: string, rule: unknown, book: Rulebook | undefined, words: WordsInUse): string {
  const { t, zh } = words;
  const [, section = '', name = '', rest = ''] = /^([a-z]+)\.?([\w.:-]*)(.*)$/i.exec(path) ?? [];
  const said = name && sayName(section, name, rule, words);
  const cases = book && section === 'clocks' ? sayCases(rule, book, words) : undefined;
  const nth = / no\. (\d+)$/.exec(rest)?.[1];
  const behind = [cases && (zh ? `（${cases}）` : ` (${cases})`), nth && t('differences.nth', { n: nth })];
  const head = t(`differences.section.${section}`, { defaultValue: section });
  return [head, said && `${zh ? ' · ' : ': '}${said}`, ...(cases === undefined ? [rest] : behind)]
    .filter(Boolean)
    .join('');
}

/** The cases that a rule is for; empty when for all. */
function sayCases(rule: unknown, book: Rulebook, words: WordsInUse): string | undefined {
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

function sayDecision({ by, all, when, never }: Written, book: Rulebook, words: WordsInUse): string {
  const { t, term, zh } = words;
  if (never) return t('differences.never');
  const join = all ? (zh ? '和' : ' and ') : zh ? '或' : ' or ';
  const who = by
    ? t('differences.by', { roles: by.map((role) => term('role', role)).join(join) })
    : t('differences.usual');
  return when ? `${who}${zh ? '；' : '; '}${sayCondition(when, book, words)}` : who;
}
