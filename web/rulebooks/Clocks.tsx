import type { Rulebook } from '../api/shapes.js';
import { sayBudget } from '../parts/budget.js';
import { Clauses } from '../parts/Clause.js';
import { sayCondition } from '../parts/condition.js';
import { useWords } from '../parts/words.js';

export function Clocks({ book }: { book: Rulebook }) {
  const words = useWords();
  const { t, term, label } = words;
  return (
    <div className="book-clocks">
      {Object.entries(book.clocks ?? {}).map(([clock, rules]) => (
        <div key={clock} className="book-clock">
          <h3>{term('clock', clock)}</h3>
          <ul>
            {rules.map((rule, i) => (
              <li key={i}>
                <b>
                  {sayBudget(rule.within, words)}
                  {rule.aim && <small>{t('rulebooks.aim', { aim: sayBudget(rule.aim, words) })}</small>}
                </b>
                <span>{sayCondition(rule.when, book, words)}</span>
                <Clauses ids={rule.clauses} texts={book.clauses} />
                {rule.reading && (
                  <em>
                    {t('rulebooks.reading')}
                    {words.zh ? '：' : ': '}
                    {label(rule.reading)}
                  </em>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
