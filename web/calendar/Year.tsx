import type { CalendarYear } from '../api/calendars.js';
import { sayHoliday } from '../parts/holiday.js';
import { sayMonth, sayShortDate, weekday, weekdayName } from '../parts/time.js';
import { useWords, type WordsInUse } from '../parts/words.js';

type Day = CalendarYear['days'][number];

/** The picture of a year: twelve months, each day by what it is. */
export function Year({ days, today }: { days: Day[]; today: string }) {
  const words = useWords();
  const months = new Map<string, Day[]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return (
    <div className="year">
      {[...months].map(([month, own]) => (
        <Month key={month} month={month} days={own} today={today} words={words} />
      ))}
    </div>
  );
}

interface MonthProps {
  month: string;
  days: Day[];
  today: string;
  words: WordsInUse;
}

function Month({ month, days, today, words }: MonthProps) {
  const { t, language, zh } = words;
  const first = days[0]?.date ?? '';
  const name = sayMonth(`${month}-01`, words);
  const monday = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'];
  return (
    <section className="month" aria-label={name}>
      <h3>
        {name}
        <small className="faint num">
          {t('calendar.workdays', { count: days.filter(({ working }) => working).length })}
        </small>
      </h3>
      <div className="month-grid">
        {monday.map((date) => (
          <span key={date} className="month-head">
            {weekdayName(date, language, zh ? 'narrow' : 'short').slice(0, 2)}
          </span>
        ))}
        {days.map((day) => (
          <Cell key={day.date} day={day} first={day.date === first} today={day.date === today} />
        ))}
      </div>
    </section>
  );
}

function Cell({ day: { date, kind, name }, first, today }: { day: Day; first: boolean; today: boolean }) {
  const words = useWords();
  const { t } = words;
  const said = [t(`dayKind.${kind}`), sayHoliday(name, words)].filter(Boolean).join(' · ');
  return (
    <span
      className={`year-day ${kind}${today ? ' today' : ''}`}
      style={first ? { gridColumnStart: weekday(date) } : undefined}
      title={`${date} ${said}`}
      data-date={date}
    >
      <b className="num">{Number(date.slice(8))}</b>
      {kind === 'makeup' && <i aria-hidden="true">{t('calendar.makeupMark')}</i>}
      {kind === 'holiday' && <i aria-hidden="true">{t('calendar.holidayMark')}</i>}
      {kind === 'ownDayOff' && <i aria-hidden="true">{t('calendar.ownMark')}</i>}
      <span className="sr">{said}</span>
    </span>
  );
}

/** The days that are not as their weekday would have them, in words. */
export function SpecialDays({ days }: { days: Day[] }) {
  const words = useWords();
  const { t } = words;
  const groups = grouped(days);
  if (groups.length === 0) return null;
  return (
    <ul className="special-days">
      {groups.map(({ from, to, count, kind, name }) => (
        <li key={from} className={kind}>
          <b>{sayHoliday(name, words) || t(`dayKind.${kind}`)}</b>
          <span className="num">
            {sayShortDate(from, words)}
            {to !== from && `–${sayShortDate(to, words)}`}
          </span>
          <small className="faint">
            {t(`dayKind.${kind}`)}
            {kind !== 'makeup' && ` · ${t('calendar.days', { count })}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

interface Group {
  from: string;
  to: string;
  count: number;
  kind: string;
  name?: string;
}

function grouped(days: Day[]): Group[] {
  const groups: Group[] = [];
  let running: Group | undefined;
  for (const { date, kind, name } of days) {
    if (kind === 'workday' || kind === 'weekend') running = undefined;
    else if (running?.kind === kind && running.name === name)
      Object.assign(running, { to: date, count: running.count + 1 });
    else groups.push((running = { from: date, to: date, count: 1, kind, ...(name ? { name } : {}) }));
  }
  return groups;
}
