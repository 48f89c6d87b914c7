import type { Rights, RightsRow, Role } from '../api/rights.js';
import type { Rulebook } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { sayCondition } from '../parts/condition.js';
import { useWords } from '../parts/words.js';
import { Cell, NoCell } from './Cell.js';
import { Empty } from '../parts/States.js';

const cellOf = ({ cells }: RightsRow, role: Role) => cells.find((one) => one.role === role);

interface TableProps {
  table: Rights;
  book: Rulebook | undefined;
  roles: readonly Role[];
  sought: string;
}

/** What a row is called. */
const nameOf = ({ what }: RightsRow, { t, term }: ReturnType<typeof useWords>): string =>
  t(`rights.see.${what}`, { defaultValue: term('command', what) });

/** Commands in the order of the work, one column for each role. */
export function Table({ table, book, roles, sought }: TableProps) {
  const words = useWords();
  const { t, term } = words;
  const rows = table.rows.filter((row) =>
    `${nameOf(row, words)} ${row.what}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  if (rows.length === 0) return <Empty title={t('rights.noRows')} />;
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <div
      className={roles.length === 1 ? 'card rights-table one' : 'card rights-table'}
      tabIndex={0}
      role="region"
      aria-label={t('rights.title')}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rights.what')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {term('role', role)}
              </th>
            ))}
            <th scope="col">{t('rights.cited')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr className="rights-group">
              <th scope="rowgroup" colSpan={roles.length + 2}>
                {t(`rights.group.${group}`)}
              </th>
            </tr>
            {rows
              .filter((row) => row.group === group)
              .map((row) => (
                <Row
                  key={`${row.what} ${row.step?.size ?? ''} ${row.step?.step ?? ''}`}
                  {...{ row, roles, table, book }}
                />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  row: RightsRow;
  roles: readonly Role[];
  table: Rights;
  book: Rulebook | undefined;
}

function Row({ row, roles, table, book }: RowProps) {
  const words = useWords();
  const { t, term } = words;
  const name = nameOf(row, words);
  const step = row.step && t(`rights.step.${row.step.size}.${row.step.step}`);
  return (
    <tr>
      <th scope="row">
        {name}
        {step && <small>{step}</small>}
        {row.when !== undefined && book && <small>{sayCondition(row.when, book, words)}</small>}
      </th>
      {roles.map((role) => {
        const cell = cellOf(row, role);
        return (
          <td key={role} className={cell ? undefined : 'never'}>
            <span className="right-role">{term('role', role)}</span>
            {cell ? (
              <Cell row={row} cell={cell} clauses={table.clauses} name={name} />
            ) : (
              <NoCell row={row} role={role} name={name} />
            )}
          </td>
        );
      })}
      <td className="rights-cited">
        <Clauses ids={row.clauses} texts={table.clauses} />
      </td>
    </tr>
  );
}
