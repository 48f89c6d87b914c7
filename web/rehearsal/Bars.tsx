import type { ComplaintEvent, Deadline } from '../api/shapes.js';
import type { Labels } from '../complaint/labels.js';
import { Clauses } from '../parts/Clause.js';
import { dueWall, wallOf } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { type Scale, scaleOf } from './scale.js';
import './bars.css';

interface Props {
  deadlines: Deadline[];
  events: ComplaintEvent[];
  labels: Labels;
}

/** Each clock from its start until it is due; the first hours are drawn wider than later weeks. */
export function Bars({ deadlines, events, labels }: Props) {
  const words = useWords();
  const { t } = words;
  const begin = Date.parse(events[0]?.at ?? '');
  const dues = deadlines.flatMap(({ due, metAt }) => [due, metAt]).concat(rungs(events).map(({ at }) => at));
  const end = Math.max(begin + 86_400_000, ...dues.flatMap((one) => (one ? [Date.parse(one)] : [])));
  const scale = scaleOf(begin, end);
  return (
    <section className="card part bars">
      <h2>{t('rehearsal.clocks')}</h2>
      {deadlines.length === 0 ? (
        <p className="faint">{t('complaint.noDeadlines')}</p>
      ) : (
        <>
          <div className="bars-scale num" aria-hidden="true">
            {scale.ticks.map(({ at, name, n }) => (
              <span key={at} style={{ left: `${at}%` }}>
                {t(`rehearsal.ticks.${name}`, { n })}
              </span>
            ))}
          </div>
          <Ladder events={events} scale={scale} />
          <ul>
            {[...deadlines]
              .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || dueOf(a) - dueOf(b))
              .map((one) => (
                <Bar key={one.clock} deadline={one} scale={scale} labels={labels} />
              ))}
          </ul>
        </>
      )}
    </section>
  );
}

const dueOf = ({ due }: Deadline): number => (due ? Date.parse(due) : Infinity);

function Bar({ deadline, scale, labels }: { deadline: Deadline; scale: Scale; labels: Labels }) {
  const { term, t } = useWords();
  const { clock, state, startedAt, due, metAt, metLate, missedAt, clauses } = deadline;
  const shown = metLate ? 'metLate' : missedAt && state === 'met' ? 'metLate' : state;
  const from = scale.place(startedAt);
  const to = due ? scale.place(due) : 100;
  const late = shown === 'missed' ? 100 : shown === 'metLate' && metAt ? scale.place(metAt) : to;
  return (
    <li className={`bars-row ${shown}`} data-clock={clock} data-state={shown}>
      <p className="bars-name">
        <b>{term('clock', clock)}</b>
        <span className="bars-state">{term('deadline', shown)}</span>
      </p>
      <div className="bars-line" aria-hidden="true">
        <i className="bars-run" style={{ left: `${from}%`, width: `${Math.max(1.2, to - from)}%` }} />
        {late > to && <i className="bars-over" style={{ left: `${to}%`, width: `${late - to}%` }} />}
        {metAt && <i className="bars-met" style={{ left: `${scale.place(metAt)}%` }} />}
      </div>
      <p className="bars-about num">
        <span>
          {wall(startedAt)} → {due ? `${wall(due, true)} ${t('why.dueMark')}` : t('time.suspended')}
        </span>
        <Clauses ids={clauses} texts={labels.clauses} />
      </p>
    </li>
  );
}

function wall(moment: string, due = false): string {
  const { date, time } = due ? dueWall(moment) : wallOf(moment);
  return `${date.slice(5)} ${time}`;
}

const rungs = (events: ComplaintEvent[]) =>
  events.filter(({ type }) => type === 'SeverityRaised' || type === 'SeverityLowered');

/** How severe it was, and since when. */
function Ladder({ events, scale }: { events: ComplaintEvent[]; scale: Scale }) {
  const { t, term } = useWords();
  const marks = [
    { at: events[0]?.at ?? '', severity: 'ordinary' },
    ...rungs(events).map(({ at, severity, to }) => ({ at, severity: String(severity ?? to) })),
  ];
  return (
    <div className="bars-row">
      <p className="bars-name">
        <b>{t('complaint.severity')}</b>
      </p>
      <ol className="bars-line ladder">
        {marks.map(({ at, severity }, i) => {
          const from = scale.place(at);
          const next = marks[i + 1];
          const width = (next ? scale.place(next.at) : 100) - from;
          return (
            <li key={at + severity} className={severity} style={{ left: `${from}%`, width: `${width}%` }}>
              {term('severity', severity)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
