import { Button } from 'antd';
import { shift, weekdayName } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import type { Notice } from './notice.js';

/** What was understood of a pasted notice, to be compared with it. */
export function Read({ notice: { off, work, unread }, toRows }: { notice: Notice; toRows?: () => void }) {
  const { t, language, aside } = useWords();
  const day = (date: string) => (isDate(date) ? aside(date, weekdayName(date, language)) : date);
  if (off.length + work.length + unread.length === 0) return null;
  return (
    <div className="read">
      {unread.length > 0 && (
        <p className="wrong" role="alert">
          {t('calendar.unread', { line: unread[0] })}
        </p>
      )}
      <ul>
        {off.map(({ from, days, name }, i) => (
          <li key={`${from} ${i}`}>
            <b>{name}</b>
            <span className="num">
              {day(from)}
              {days > 1 && isDate(from) && ` – ${day(shift(from, days - 1))}`}
            </span>
            <small className="faint">{t('calendar.days', { count: days })}</small>
          </li>
        ))}
        {work.map(({ date, name }, i) => (
          <li key={`${date} ${i}`} className="makeup">
            <b>{name}</b>
            <span className="num">{day(date)}</span>
            <small className="faint">{t('dayKind.makeup')}</small>
          </li>
        ))}
      </ul>
      {toRows && off.length > 0 && (
        <Button size="small" type="link" onClick={toRows}>
          {t('calendar.toRows')}
        </Button>
      )}
    </div>
  );
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
