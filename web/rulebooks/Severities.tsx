import type { Rulebook } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { useWords } from '../parts/words.js';

export function Severities({ book }: { book: Rulebook }) {
  const { t, term } = useWords();
  const said = (fact: string, is: unknown) => {
    const name = term('fact', fact);
    if (is === true) return name;
    if (fact === 'lawsuit' || fact === 'media') return term(fact, String(is));
    return `${name} ≥ ${String(is)}`;
  };
  return (
    <ul className="book-list severities">
      {Object.entries(book.severities ?? {}).map(([severity, rule]) => (
        <li key={severity}>
          <span className={`severity-tag ${severity}`}>{term('severity', severity)}</span>
          <span className="faint">{t('rulebooks.told', { tier: term('tier', rule.tier) })}</span>
          <ul className="book-facts">
            {book.clocks?.[`resolve.${severity}`] && (
              <li>{t('rulebooks.age', { clock: term('clock', `resolve.${severity}`) })}</li>
            )}
            {(rule.facts ?? []).map((facts) => (
              <li key={JSON.stringify(facts)}>
                {Object.entries(facts)
                  .map(([fact, is]) => said(fact, is))
                  .join(' · ')}
              </li>
            ))}
          </ul>
          <Clauses ids={rule.clauses} texts={book.clauses} />
        </li>
      ))}
    </ul>
  );
}
