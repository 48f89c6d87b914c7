import { memo } from 'react';
import { Link } from 'react-router';
import type { Summary } from '../api/shapes.js';
import { Countdown, Standstill } from '../parts/Countdown.js';
import { SeverityTag, StatusTag } from '../parts/Tags.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';

interface Props {
  row: Summary;
  index: number;
  height: number;
  current: boolean;
  onFocus: (index: number) => void;
}

export const Row = memo(function Row({ row, index, height, current, onFocus }: Props) {
  const words = useWords();
  const { t, term } = words;
  const who = row.complainant.name ?? t(row.complainant.anonymous ? 'list.anonymous' : 'list.unnamed');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className={row.status === 'closed' ? 'row closed' : 'row'}
      style={{ top: index * height, height }}
    >
      <span role="cell" className="cell-number num">
        <Link to={`/complaints/${row.id}`} tabIndex={current ? 0 : -1} onFocus={() => onFocus(index)}>
          {row.number}
        </Link>
        <small>{sayMoment(row.arrivedAt, words)}</small>
      </span>
      <span role="cell" className="cell-text">
        <span>
          <SeverityTag severity={row.severity} /> {row.excerpt}
        </span>
        <small>
          {who} · {term('channel', row.channel)}
        </small>
      </span>
      <span role="cell" className="cell-project">
        {row.project.name}
      </span>
      <span role="cell" className="cell-handler">
        {row.handler?.name ?? '—'}
      </span>
      <span role="cell" className="cell-status">
        <StatusTag status={row.status} />
      </span>
      <span role="cell" className="cell-due">
        {row.next?.due ? (
          <>
            <Countdown due={row.next.due} provisional={row.next.provisional} />
            <small>
              {row.overdue > 0 && <b className="row-overdue">{t('list.overdueCount', { count: row.overdue })}</b>}
              {term('clock', row.next.clock)}
            </small>
          </>
        ) : row.overdue > 0 ? (
          <b className="row-overdue">{t('list.overdueCount', { count: row.overdue })}</b>
        ) : row.suspended ? (
          <Standstill />
        ) : (
          <span className="faint">—</span>
        )}
      </span>
    </div>
  );
});
