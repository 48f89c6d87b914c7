import type { Process, Rulebook } from '../../api/shapes.js';
import { Clauses } from '../../parts/Clause.js';
import { sayCondition } from '../../parts/condition.js';
import { Scroll } from '../../parts/Scroll.js';
import { useWords } from '../../parts/words.js';
import './process.css';

/** Who may give which command: one column for each role. */
export function Permissions({
  book,
  permissions: { roles, rows },
}: {
  book: Rulebook;
  permissions: Process['permissions'];
}) {
  const words = useWords();
  const { t, term } = words;
  return (
    <Scroll label={t('process.permissions')} className="permissions">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rulebooks.step')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {term('role', role)}
              </th>
            ))}
            <th scope="col">{t('rulebooks.cited')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ command, by, all, when, clauses }) => (
            <tr key={command}>
              <th scope="row">
                {term('command', command)}
                {when !== undefined && <small>{sayCondition(when, book, words)}</small>}
                {all.length > 0 && <small>{t('rulebooks.all')}</small>}
              </th>
              {roles.map((role) => (
                <td key={role} className={by.includes(role) ? 'may' : undefined}>
                  {by.includes(role) && (
                    <>
                      <span aria-hidden="true">{all.includes(role) ? '●' : '✓'}</span>
                      <span className="sr">{t('process.may')}</span>
                    </>
                  )}
                </td>
              ))}
              <td>
                <Clauses ids={clauses} texts={book.clauses} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
