import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import type { Labels } from '../api/shapes.js';
import type { Relation, RightsCell, RightsRow, Role } from '../api/rights.js';
import { Clauses } from '../parts/Clause.js';
import { useWords } from '../parts/words.js';
import { say } from './say.js';

/** What a role may of a row; every relation with its reason on a click. */
export function Cell({ row, cell, clauses, name }: Told & { name: string }) {
  const { t, term } = useWords();
  const { always, but, only, even } = say(row, cell);
  const notes = [
    ...but.map((relation) => t(`rights.but.${relation}`)),
    ...only.map((relation) => t(`rights.only.${relation}`)),
    ...(even ? [t('rights.even')] : []),
    ...(row.all.includes(cell.role) ? [t('rights.all')] : []),
  ];
  return (
    <Popover
      trigger="click"
      title={`${term('role', cell.role)} · ${name}`}
      content={<Reasons cell={cell} row={row} clauses={clauses} />}
    >
      <button type="button" className={always ? 'right yes' : 'right'}>
        {always && <CheckOutlined aria-label={t('rights.may')} />}
        {!always && notes.length === 0 && <Never />}
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </button>
    </Popover>
  );
}

/** In no relation at all; who may instead on a click. */
export function NoCell({ row, role, name }: { row: RightsRow; role: Role; name: string }) {
  const { t, term } = useWords();
  const others = row.cells.map((cell) => term('role', cell.role));
  return (
    <Popover
      trigger="click"
      title={`${term('role', role)} · ${name}`}
      content={
        <p className="right-reasons">
          {t('rights.never')}
          {others.length > 0 && <small>{t('rights.instead', { roles: others.join(t('rights.and')) })}</small>}
        </p>
      }
    >
      <button type="button" className="right never">
        <Never />
      </button>
    </Popover>
  );
}

/** In no relation, or in none worth a word. */
function Never() {
  const { t } = useWords();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr">{t('rights.mayNot')}</span>
    </>
  );
}

interface Told {
  row: RightsRow;
  cell: RightsCell;
  clauses: Labels;
}

function Reasons({ row, cell: { may, not }, clauses }: Told) {
  const { t } = useWords();
  const shown = (relation: Relation) => t(`rights.relation.${relation}`);
  return (
    <ul className="right-reasons">
      {may.map((relation) => (
        <li key={relation} className="yes">
          <CheckOutlined aria-label={t('rights.may')} />
          <span>{shown(relation)}</span>
        </li>
      ))}
      {not.map(({ relation, code, clauses: cited }) => (
        <li key={relation}>
          <CloseOutlined aria-label={t('rights.mayNot')} />
          <span>
            {shown(relation)}
            <small>{t(`rights.why.${code}`, { defaultValue: code })}</small>
          </span>
          {code !== 'forbidden' && <Clauses ids={cited} texts={clauses} />}
        </li>
      ))}
      {row.clauses.length > 0 && (
        <li className="right-clauses">
          <span>{t('rights.by')}</span> <Clauses ids={row.clauses} texts={clauses} />
        </li>
      )}
    </ul>
  );
}
