import type { Stretch } from '../../api/shapes.js';
import { sayHoliday } from '../../parts/holiday.js';
import { dueWall, sayShortDate, shift, wallOf, weekday, weekdayName } from '../../parts/time.js';
import { useWords, type WordsInUse } from '../../parts/words.js';
import { byDays, type Day, daysOf } from './days.js';

interface Props {
  stretches: Stretch[];
  start: string;
  due?: string;
}

/** The reckoning as a picture: a calendar for periods of days, a bar for those of hours. */
export function Picture({ stretches, start, due }: Props) {
  if (stretches.length === 0) return null;
  return byDays(stretches) ? (
    <Calendar days={daysOf(stretches)} due={due} />
  ) : (
    <Bar stretches={stretches} start={start} due={due} />
  );
}

function Calendar({ days, due }: { days: Day[]; due?: string }) {
  const words = useWords();
  const first = days[0]?.date ?? '';
  const last = days.at(-1)?.date ?? '';
  const monday = shift(first, 1 - weekday(first));
  const end = shift(last, 7 - weekday(last));
  const known = new Map(days.map((day) => [day.date, day]));
  const dueDate = due ? dueWall(due).date : undefined;
  const cells: string[] = [];
  for (let date = monday; date <= end; date = shift(date, 1)) cells.push(date);
  return (
    <div className="strip" role="img" aria-label={words.t('why.picture')}>
      {cells.slice(0, 7).map((date) => (
        <span key={date} className="strip-head">
          {weekdayName(date, words.language, words.zh ? 'narrow' : 'short')}
        </span>
      ))}
      {cells.map((date) => (
        <Cell
          key={date}
          date={date}
          day={known.get(date)}
          isDue={date === dueDate}
          due={due}
          words={words}
          first={date === cells[0]}
        />
      ))}
    </div>
  );
}

interface CellProps {
  date: string;
  day?: Day;
  isDue: boolean;
  due?: string;
  first: boolean;
  words: WordsInUse;
}

function Cell({ date, day, isDue, due, first, words }: CellProps) {
  const { t, term } = words;
  const number = Number(date.slice(8));
  const kind = day ? (day.counted ? `counted ${day.reason}` : `excluded ${day.reason}`) : 'outside';
  return (
    <span className={`strip-day ${kind}${isDue ? ' due' : ''}`}>
      <b className="num">{first || number === 1 ? sayShortDate(date, words) : number}</b>
      {day && <span>{day.counted ? t('why.nth', { n: day.nth }) : sayReason(day, words)}</span>}
      {day?.counted && ['makeup', 'rolled'].includes(day.reason) && (
        <span>{sayHoliday(day.name, words) || term('stretch', day.reason)}</span>
      )}
      {isDue && due && (
        <em className="num">
          {dueWall(due).time}
          <br />
          {t('why.dueMark')}
        </em>
      )}
    </span>
  );
}

/** 周末 · 国庆节 · 中止：等待第三方 */
export function sayReason({ reason, name: said }: { reason: string; name?: string }, words: WordsInUse): string {
  const { term, colon, aside } = words;
  const name = sayHoliday(said, words);
  if (reason === 'suspended') return term('stretch', reason) + colon + term('suspension', said);
  if (reason === 'holiday' && name) return name;
  if ((reason === 'ownDayOff' || reason === 'makeup') && name) return aside(term('stretch', reason), name);
  return term('stretch', reason);
}

function Bar({ stretches, start, due }: Props) {
  const words = useWords();
  const begin = Date.parse(start);
  const end = Math.max(Date.parse(due ?? ''), ...stretches.map(({ to }) => Date.parse(to))) || begin + 1;
  const share = (from: string, to: string) =>
    Math.max(1.5, ((Date.parse(to) - Date.parse(from)) / (end - begin)) * 100);
  return (
    <div className="bar">
      <div className="bar-line" role="img" aria-label={words.t('why.picture')}>
        {stretches.map((stretch) => (
          <span
            key={stretch.from}
            className={stretch.counted ? 'counted' : 'excluded'}
            style={{ flexGrow: share(stretch.from, stretch.to) }}
            title={sayReason(stretch, words)}
          >
            {sayReason(stretch, words)}
          </span>
        ))}
      </div>
      <div className="bar-ends num">
        <span>{wallOf(start).time}</span>
        {due && (
          <b>
            {dueWall(due).time} {words.t('why.dueMark')}
          </b>
        )}
      </div>
    </div>
  );
}
