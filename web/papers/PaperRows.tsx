import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Family, PaperHead } from '../api/papers.js';
import { usePhone } from '../app/preferences.js';
import { useWindow } from '../complaints/window.js';
import { Countdown } from '../parts/Countdown.js';
import { useWords } from '../parts/words.js';
import { sayDay, sayText } from './say.js';

interface Props {
  family: Family;
  rows: PaperHead[];
  hasMore: boolean;
  loading: boolean;
  failed: boolean;
  more: () => void;
}

/** Only rows near the screen are drawn, however many there are. */
export function PaperRows({ family, rows, hasMore, loading, failed, more }: Props) {
  const { t } = useWords();
  const height = usePhone() ? 116 : 68;
  const body = useRef<HTMLUListElement>(null);
  const { first, last } = useWindow(body, rows.length, height);
  useEffect(() => {
    if (hasMore && !loading && !failed && last > rows.length - 30) more();
  }, [last, rows.length, hasMore, loading, failed, more]);
  return (
    <div className="card papers">
      <ul ref={body} style={{ height: rows.length * height }} aria-label={t(`nav.${family}`)}>
        {rows.slice(first, last).map((row, i) => (
          <Row key={row.id} row={row} family={family} top={(first + i) * height} height={height} />
        ))}
      </ul>
      {(loading || failed) && (
        <div className="papers-more" role="status">
          {loading ? t('state.loading') : <Button onClick={more}>{t('state.retry')}</Button>}
        </div>
      )}
    </div>
  );
}

function Row({ row, family, top, height }: { row: PaperHead; family: Family; top: number; height: number }) {
  const words = useWords();
  const { t, term, list } = words;
  const { state, waitsFor, node, period, complaint, issuedAt } = row;
  const about = period ? sayText(period.label, words) : complaint?.number;
  const unread = state === 'issued' && !row.acknowledged;
  // a draft in which nothing is to be written waits for whoever approves
  const waiting =
    state === 'draft' && waitsFor.length > 0
      ? t('papers.waitsFor', { roles: list(waitsFor.map((role) => term('role', role))) })
      : t(`papers.state.${state}`);
  return (
    <li className={unread ? 'papers-row unread' : 'papers-row'} style={{ top, height }}>
      <div className="papers-name">
        <Link to={`/${family}/${row.id}`}>{sayText(row.title, words)}</Link>
        <span className="papers-about num">
          {row.number && <span>{row.number}</span>}
          <span>{node.name}</span>
          {about && <span>{about}</span>}
        </span>
      </div>
      <div className="papers-marks">
        {row.corrected && <em>{t('papers.mark.corrected')}</em>}
        {row.corrects && <em>{t('papers.mark.correction')}</em>}
        {row.late && <em className="bad">{t('papers.mark.late')}</em>}
        {row.missing > 0 && <em className="bad">{t('papers.mark.missing', { count: row.missing })}</em>}
        {row.public && <em>{t('papers.mark.public')}</em>}
      </div>
      <div className="papers-state num">
        {state === 'issued' ? (
          <>
            <b>{t(row.acknowledged ? 'papers.acknowledged' : row.opened ? 'papers.opened' : 'papers.unread')}</b>
            <span>{issuedAt && t('papers.issuedAt', { at: sayDay(issuedAt) })}</span>
          </>
        ) : (
          <>
            <b>
              {waiting} <Countdown due={row.due} />
            </b>
            <span>{t('papers.due', { at: sayDay(row.due, true) })}</span>
          </>
        )}
      </div>
    </li>
  );
}
