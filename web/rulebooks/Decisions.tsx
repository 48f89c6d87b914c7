import { useQuery } from '@tanstack/react-query';
import { commandShapes } from '../api/queries.js';
import type { Rulebook } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { sayCondition } from '../parts/condition.js';
import { useWords } from '../parts/words.js';

/** Who takes each step: the rulebook's word, else the usual roles. */
export function Decisions({ book }: { book: Rulebook }) {
  const words = useWords();
  const { t, term, zh } = words;
  const { data: commands = [] } = useQuery(commandShapes);
  const rows = commands.filter(({ name }) => !book.decisions[name]?.never);
  return (
    <table className="book-table">
      <thead>
        <tr>
          <th scope="col">{t('rulebooks.step')}</th>
          <th scope="col">{t('rulebooks.who')}</th>
          <th scope="col">{t('rulebooks.cited')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, by }) => {
          const decision = book.decisions[name];
          return (
            <tr key={name}>
              <th scope="row">{term('command', name)}</th>
              <td>
                {(decision?.by ?? by).map((role) => term('role', role)).join(zh ? '、' : ', ')}
                {decision?.all && <small>{t('rulebooks.all')}</small>}
                {decision?.when !== undefined && <small>{sayCondition(decision.when, book, words)}</small>}
              </td>
              <td>
                <Clauses ids={decision?.clauses ?? book.decisions.default?.clauses ?? []} texts={book.clauses} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
