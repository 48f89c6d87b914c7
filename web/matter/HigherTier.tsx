import type { ReactNode } from 'react';
import type { Complaint, ComplaintEvent } from '../api/shapes.js';
import type { Labels } from '../complaint/labels.js';
import { Clauses } from '../parts/Clause.js';
import { sayExactly } from '../parts/time.js';
import { useWords, type WordsInUse } from '../parts/words.js';

interface Props {
  complaint: Complaint;
  events: ComplaintEvent[];
  labels: Labels;
}

interface Duty {
  key: string;
  says: ReactNode;
  clauses: string[];
}

/** Once a tier above has it, or was told: what that tier must do now, who urges, who supervises, each with its clause. */
export function HigherTier({ complaint, events, labels }: Props) {
  const words = useWords();
  const { t } = words;
  const duties = [
    ...takenOver(complaint, labels, words),
    ...toldOf(complaint, labels, words),
    ...reports(complaint, words),
    ...pressing(complaint, events, labels, words),
  ];
  if (duties.length === 0) return null;
  const title = t(complaint.tier === 'project' ? 'tierDuty.pressing' : 'tierDuty.title');
  return (
    <section className="card part higher-tier">
      <h2>{title}</h2>
      <ul>
        {duties.map(({ key, says, clauses }) => (
          <li key={key}>
            <p>{says}</p>
            <Clauses ids={clauses} texts={labels.clauses} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Handed up: the company sees it through, and it does not come back. */
function takenOver({ handledBy, endedAt, handledAt }: Complaint, { book }: Labels, { t, term }: WordsInUse): Duty[] {
  if (handledBy === 'project' || endedAt) return [];
  const tier = term('tier', handledBy);
  const clausesOf = (name: string) => book?.decisions[name]?.clauses ?? [];
  return [
    {
      key: 'takenOver',
      says: t('tierDuty.takenOver', { tier }),
      clauses: book?.handUp?.clauses ?? clausesOf('escalate'),
    },
    ...(handledAt ? [] : [{ key: 'verify', says: t('tierDuty.verify', { tier }), clauses: clausesOf('verify') }]),
  ];
}

/** Told because of the severity: it watches, and it alone lowers it. */
function toldOf({ severity, endedAt }: Complaint, { book }: Labels, { t, term }: WordsInUse): Duty[] {
  const rule = book?.severities?.[severity];
  if (!rule || rule.tier === 'project' || endedAt) return [];
  const said = { tier: term('tier', rule.tier), severity: term('severity', severity) };
  return [
    { key: 'told', says: t('tierDuty.told', said), clauses: rule.clauses },
    { key: 'lower', says: t('tierDuty.lower', said), clauses: book?.decisions['lowerSeverity']?.clauses ?? [] },
  ];
}

/** What the tier above is owed, and by when. */
function reports({ deadlines }: Complaint, words: WordsInUse): Duty[] {
  const { t, term } = words;
  return deadlines
    .filter(({ clock, state, metAt }) => clock.startsWith('report.') && !metAt && state !== 'cancelled')
    .map(({ clock, due, clauses }) => ({
      key: clock,
      says: t('tierDuty.report', { report: term('clock', clock), due: due ? sayExactly(due, words, true) : '—' }),
      clauses,
    }));
}

/** Urged 催办 and supervised 督办. */
function pressing({ endedAt }: Complaint, events: ComplaintEvent[], labels: Labels, words: WordsInUse): Duty[] {
  if (endedAt) return [];
  const { t } = words;
  const urged = events.filter(({ type }) => type === 'Urged');
  const last = urged.at(-1);
  const ordered = events.filter(({ type }) => type === 'SupervisionOrdered').at(-1);
  const by = typeof ordered?.by === 'string' ? sayExactly(ordered.by, words, true) : undefined;
  const ground = labels.ground(typeof ordered?.ground === 'string' ? ordered.ground : undefined);
  return [
    ...(ordered
      ? [
          {
            key: 'supervised',
            says: by ? t('tierDuty.supervisedBy', { ground, by }) : t('tierDuty.supervised', { ground }),
            clauses: ordered.clauses,
          },
        ]
      : []),
    ...(last
      ? [
          {
            key: 'urged',
            says: t('tierDuty.urged', { count: urged.length, at: sayExactly(last.at, words) }),
            clauses: last.clauses,
          },
        ]
      : []),
  ];
}
