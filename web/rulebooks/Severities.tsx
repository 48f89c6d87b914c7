import type { Rulebook } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { useWords } from '../parts/words.js';
import { sayFact } from './facts.js';

export function Severities({ book }: { book: Rulebook }) {
  const words = useWords();
  const { t, term } = words;
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
                  .map(([fact, is]) => sayFact(fact, is, words))
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
