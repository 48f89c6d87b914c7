/** What a rulebook says besides clocks, stages and decisions, in the words of the page. */
import type { Label, Rulebook } from '../../api/shapes.js';
import { sayBudget } from '../../parts/budget.js';
import { sayCondition } from '../../parts/condition.js';
import { sayHoliday } from '../../parts/holiday.js';
import type { WordsInUse } from '../../parts/words.js';
import { sayFact } from '../facts.js';

type Entries = Record<string, unknown>;

/** In which list a value has its word, by its key. */
const lists: Record<string, string> = {
  ...{ by: 'role', propose: 'role', approve: 'role', completes: 'role', approves: 'role', confirms: 'role' },
  ...{ tier: 'tier', tiers: 'tier', of: 'tier', severity: 'severity', turns: 'eventName', exempt: 'channel' },
  ...{ way: 'pathWay', paper: 'differences.paper', on: 'differences.weekday', warnings: 'differences.warning' },
};
const shares = ['least', 'most', 'below', 'above'];
const periods = ['every', 'within', 'before', 'acknowledge'];

/** One entry of a section; its clauses stand beside it. */
export function sayWritten(section: string, rule: unknown, book: Rulebook, words: WordsInUse): string {
  if (section === 'notices' && isMap(rule)) return sayWays(rule, words);
  if (!isMap(rule)) return sayValue(section, rule, book, words);
  const { clauses: _, ...said } = rule;
  return sayMap(said, book, words);
}

/** What an entry is called: `categories.equipment` → 设备管理. */
export function sayName(section: string, name: string, rule: unknown, words: WordsInUse): string {
  const { t, term, label } = words;
  if (section === 'clocks') return term('clock', name);
  if (section === 'decisions') return sayDecided(name, words);
  if (section === 'stages') return term('stage', name);
  if (section === 'severities') return term('severity', name);
  if (section === 'compensation') return term('size', name);
  if (section === 'service') return term('figures.figure', name);
  if (section === 'notices') return sayMark(name, words);
  if (section === 'clauses') return name;
  return isMap(rule) && isLabelled(rule) ? label(rule, name) : t(`differences.key.${name}`, { defaultValue: name });
}

/** A command, or what the world tells of: `followedUp`. */
const sayDecided = (name: string, { t }: WordsInUse): string =>
  name === 'default'
    ? t('differences.others')
    : t([`command.${name}`, `eventName.${name.charAt(0).toUpperCase()}${name.slice(1)}`], { defaultValue: name });

/** `SeverityRaised:hot`, `DeadlineMissed:reply`. */
export function sayMark(mark: string, { t, term, aside }: WordsInUse): string {
  const [type = '', detail] = mark.split(':');
  const name = term('eventName', type);
  if (!detail) return name;
  const known = ['severity', 'clock', 'tier', 'outcome'].map((list) => `${list}.${detail}`);
  return aside(name, t(known, { defaultValue: detail }));
}

/** Who hears of it by which ways. */
const sayWays = (rule: Entries, { t, term, list, clauses, colon }: WordsInUse): string =>
  clauses(
    Object.entries(rule).map(([who, ways]) => {
      const by = (ways as string[]).map((way) => term('way', way));
      return `${term('audience', who)}${colon}${by.length > 0 ? list(by) : t('differences.notTold')}`;
    }),
  );

function sayMap(map: Entries, book: Rulebook, words: WordsInUse): string {
  const { t, label, list, clauses, colon } = words;
  const all = Object.values(map);
  if (all.length > 0 && all.every((one) => isMap(one) && isLabelled(one)))
    return list(all.map((one) => sayCited(one as Entries, book, words)));
  const { zh, en, ...rest } = map;
  const name = isLabelled(map) ? [label({ zh, en } as Label)] : [];
  const more = Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => {
      const what =
        key === 'to' && isMap(value) ? t('differences.seenBy') : t(`differences.key.${key}`, { defaultValue: key });
      return value === true && key !== 'holidays' && key !== 'when'
        ? what
        : `${what}${colon}${sayValue(key, value, book, words)}`;
    });
  return clauses([...name, ...more]);
}

/** With its clauses behind it. */
function sayCited({ clauses, ...said }: Entries, book: Rulebook, words: WordsInUse): string {
  const text = sayMap(said, book, words);
  return Array.isArray(clauses) ? words.aside(text, words.list(clauses as string[])) : text;
}

function sayValue(key: string, value: unknown, book: Rulebook, words: WordsInUse): string {
  const { t, term, from, list, clauses } = words;
  if (key === 'when') return sayCondition(value, book, words);
  if (key === 'holidays' && value === true) return t('rulebooks.allHolidays');
  if (key === 'facts') return list((value as Entries[]).map((facts) => sayFacts(facts, words)));
  if (Array.isArray(value)) return list(value.map((one) => sayValue(key, one, book, words)));
  if (isMap(value)) {
    if (key === 'to') return clauses(Object.entries(value).map(([tier, roles]) => sayReaders(tier, roles, words)));
    return sayCited(value, book, words);
  }
  const id = String(value);
  if (key === 'sheet') return from(book.forms, id);
  if (key === 'holidays') return sayHoliday(id, words);
  if (shares.includes(key)) return `${Math.round(Number(value) * 1000) / 10}%`;
  if (periods.includes(key)) return /^\d/.test(id) ? sayBudget(id, words) : term('rulebooks.every', id);
  const known = lists[key];
  return known ? term(known, id) : id;
}

const sayFacts = (facts: Entries, words: WordsInUse): string =>
  Object.entries(facts)
    .map(([fact, is]) => sayFact(fact, is, words))
    .join(' · ');

const sayReaders = (tier: string, roles: unknown, { term, list, colon }: WordsInUse): string =>
  `${term('tier', tier)}${colon}${list((roles as string[]).map((role) => term('role', role)))}`;

const isLabelled = ({ zh, en }: Entries): boolean => typeof zh === 'string' || typeof en === 'string';
const isMap = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
