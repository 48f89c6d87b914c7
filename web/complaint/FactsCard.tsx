import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Complaint } from '../api/shapes.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import type { Labels } from './labels.js';
import { sayFacts } from './facts.js';

export function FactsCard({ complaint, labels }: { complaint: Complaint; labels: Labels }) {
  const words = useWords();
  const { t, term, zh } = words;
  const c = complaint;
  const comma = zh ? '、' : ', ';
  const rows: [string, ReactNode][] = [
    ['severity', term('severity', c.severity)],
    ['handledBy', term('tier', c.handledBy)],
    ['tier', term('tier', c.tier)],
    ['handler', c.handler?.name ?? <span className="faint">{t('complaint.nobody')}</span>],
    ['unit', labels.unit(c.unit)],
    ['assisting', c.assisting.map((unit) => labels.unit(unit)).join(comma)],
    ['category', labels.category(c.category)],
    ['nature', labels.nature(c.nature, c.subNature)],
    ['complainant', c.complainant.name],
    ['room', c.complainant.room],
    [
      'phone',
      c.contact === 'masked'
        ? c.complainant.phone
        : c.complainant.phone && <a href={`tel:${c.complainant.phone}`}>{c.complainant.phone}</a>,
    ],
    [
      'email',
      [c.complainant.email, c.complainant.language && term('languageName', c.complainant.language)]
        .filter(Boolean)
        .join(' · '),
    ],
    ['address', c.complainant.address],
    ['agreed', c.agreedDate && sayExactly(c.agreedDate, words)],
    ['arrived', sayExactly(c.arrivedAt, words)],
    [
      'rulebook',
      <span key="book">
        <Link to={`/rulebooks/${c.rulebook.id}/versions/${c.rulebook.version}`}>
          {c.rulebook.id} {t('rulebooks.version', { version: c.rulebook.version })}
        </Link>
        {labels.book && labels.book.version !== c.rulebook.version && (
          <Link
            className="facts-compare"
            to={`/rulebooks/${c.rulebook.id}/versions/${labels.book.version}?tab=differences`}
          >
            {t('complaint.ruleNow', { version: labels.book.version })}
          </Link>
        )}
      </span>,
    ],
  ];
  const facts = sayFacts(c.facts, words, labels);
  return (
    <section className="card part facts-card">
      <h2>{t('complaint.facts')}</h2>
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{t(`complaint.${name}`)}</dt>
                <dd className="num">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {facts.length > 0 && (
        <ul className="fact-tags">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {c.backdatedBecause && (
        <p className="part-note">
          {t('complaint.recorded', { at: sayExactly(c.recordedAt, words), because: c.backdatedBecause })}
        </p>
      )}
    </section>
  );
}
