import type { ComplaintEvent } from '../api/shapes.js';
import { sayExactly } from '../parts/time.js';
import type { WordsInUse } from '../parts/words.js';
import { sayFacts } from './facts.js';
import type { Labels } from './labels.js';

const quoted = [
  'text',
  'reason',
  'result',
  'findings',
  'measures',
  'opinion',
  'analysis',
  'remarks',
  'content',
  'referTo',
  'memo',
];
const dues = ['due', 'finishBy', 'observeUntil', 'until', 'by'];

/** What happened, as one sentence. */
export function sentence(event: ComplaintEvent, words: WordsInUse, labels: Labels): string {
  const { t, term } = words;
  const text = (key: string) => (typeof event[key] === 'string' ? event[key] : '');
  const moments = Object.fromEntries(
    dues.filter((key) => text(key)).map((key) => [key, sayExactly(text(key), words, true)]),
  );
  const said: Record<string, unknown> = {
    ...event,
    ...moments,
    channel: term('channel', text('channel')),
    clock: term('clock', text('clock')),
    form: term('means', text('form')),
    unit: labels.unit(text('unit')),
    handler: labels.person(text('handler')),
    category: labels.category(text('category')),
    nature: labels.nature(text('nature'), text('subNature') || undefined),
    valid: t(event.valid ? 'complaint.valid' : 'complaint.invalid'),
    outcome: term('outcome', text('outcome')),
    ground: labels.ground(text('ground')),
    severity: term('severity', text('severity')),
    to: term('tier', text('to')),
    kind: event.type.startsWith('Sheet') ? labels.form(text('kind')) : term('report', text('kind')),
    path: labels.path(text('path')),
    settled: t(event.settled ? 'panel.settled.true' : 'panel.settled.false'),
    penalised: labels.person(text('penalised')),
    user: labels.person(text('user')),
    facts: sayFacts((event.facts as Record<string, unknown> | undefined) ?? {}, words, labels).join(
      words.zh ? '、' : ', ',
    ),
    because: sayBecause(event, words),
    how: sayBecause({ type: 'Escalated', because: event.because }, words),
    amount: typeof event.amount === 'number' ? event.amount.toLocaleString() : '',
    by: moments.by ? t('event.byDate', { by: moments.by }) : '',
    awaits: Array.isArray(event.awaits)
      ? t('event.awaits', {
          roles: event.awaits.map((role) => term('role', String(role))).join(words.zh ? '、' : ', '),
        })
      : '',
    fraction: t(event.fraction === 0.5 ? 'event.half' : 'event.ninth'),
  };
  return t(`event.${keyOf(event)}`, { ...said, defaultValue: event.type });
}

function keyOf({ type, late, aim, because: why }: ComplaintEvent): string {
  if (type === 'DeadlineWarned' && aim) return 'DeadlineAim';
  if (type === 'DeadlineMet' && late) return 'DeadlineMetLate';
  if (type === 'DeadlineSet' && why) return 'DeadlineReset';
  return type;
}

/** Why an event came, by its type. */
export function sayBecause(
  { type, because: why }: { type: string; because?: unknown },
  { t, term }: WordsInUse,
): string {
  if (typeof why !== 'string') return '';
  if (type === 'Closed') return term('closedBecause', why);
  if (type === 'Suspended') return term('suspension', why);
  if (type === 'Escalated') return t(why === 'handedUp' ? 'event.EscalatedHanded' : 'event.EscalatedTold');
  if (type === 'SeverityRaised') {
    return why.startsWith('resolve.') ? t('event.raisedByAge') : t('event.raisedByFact', { fact: term('fact', why) });
  }
  return term('eventName', why);
}

/** What people wrote, as they wrote it. */
export function quotes(event: ComplaintEvent): string[] {
  // the complaint's own words stand at the top of the page
  if (event.type === 'Received') return [];
  return quoted.flatMap((key) => (typeof event[key] === 'string' && event[key] ? [event[key]] : []));
}

const byTheWay = ['DeadlineSet', 'DeadlineWarned', 'DeadlineMet', 'DeadlineCancelled', 'ReportDue'];
export const isByTheWay = ({ type }: ComplaintEvent): boolean => byTheWay.includes(type);
