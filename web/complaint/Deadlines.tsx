import { QuestionCircleOutlined } from '@ant-design/icons';
import type { Complaint, Deadline } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { Countdown } from '../parts/Countdown.js';
import { sayExactly, sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import type { Labels } from './labels.js';

interface Props {
  complaint: Complaint;
  labels: Labels;
  why: (clock: string) => void;
}

const isLive = ({ state, metAt }: Deadline) =>
  state === 'open' || state === 'suspended' || (state === 'missed' && !metAt);

export function Deadlines({ complaint, labels, why }: Props) {
  const { t } = useWords();
  const live = complaint.deadlines.filter(isLive).sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  const past = complaint.deadlines.filter((one) => !isLive(one));
  return (
    <section className="card part deadlines">
      <h2>{t('complaint.deadlines')}</h2>
      {complaint.deadlines.length === 0 && <p className="faint">{t('complaint.noDeadlines')}</p>}
      <ul>
        {live.map((one) => (
          <Row key={one.clock} deadline={one} labels={labels} why={why} />
        ))}
      </ul>
      {past.length > 0 && (
        <details open={live.length === 0}>
          <summary>{t('complaint.past', { count: past.length })}</summary>
          <ul>
            {past.map((one) => (
              <Row key={one.clock} deadline={one} labels={labels} why={why} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Row({ deadline, labels, why }: { deadline: Deadline; labels: Labels; why: Props['why'] }) {
  const words = useWords();
  const { t, term } = words;
  const { clock, state, due, provisional, metAt, metLate, clauses, extended, round } = deadline;
  const running = isLive(deadline) && state !== 'suspended';
  const about = (say: typeof sayMoment) =>
    [
      due ? say(due, words, true) : `${t('why.start')} ${say(deadline.startedAt, words)}`,
      metAt && t('why.metOn', { at: say(metAt, words) }),
      extended && t('time.extended'),
      round > 1 && t('complaint.round', { round }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <li className={`deadline ${state}${metLate ? ' late' : ''}`}>
      <div className="deadline-head">
        <b>{term('clock', clock)}</b>
        {running && due ? (
          <Countdown due={due} provisional={provisional} />
        ) : (
          <span className="deadline-state">{term('deadline', metLate ? 'metLate' : state)}</span>
        )}
      </div>
      <div className="deadline-about num">
        <span className="on-screen" title={due && sayExactly(due, words, true)}>
          {about(sayMoment)}
        </span>
        <span className="on-paper">{about(sayExactly)}</span>
        <Clauses ids={clauses} texts={labels.clauses} />
      </div>
      <button type="button" className="why-button" onClick={() => why(clock)}>
        <QuestionCircleOutlined aria-hidden="true" /> {t('complaint.why')}
        <span className="sr">{term('clock', clock)}</span>
      </button>
    </li>
  );
}
