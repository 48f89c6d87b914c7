import { CheckOutlined } from '@ant-design/icons';
import type { Complaint, ComplaintEvent, Status } from '../api/shapes.js';
import { sayDate } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import './way.css';

/** The ordinary way, each status with the rulebook's stage that it waits in. */
const way: [Status, string?][] = [
  ['received'],
  ['accepted', 'dispatch'],
  ['dispatched', 'takeOver'],
  ['investigating', 'investigate'],
  ['planning', 'plan'],
  ['awaitingApproval', 'approval'],
  ['replying', 'reply'],
  ['replied', 'consent'],
  ['carryingOut', 'carryOut'],
  ['verifying', 'verify'],
  ['revisiting', 'revisit'],
  ['closed'],
];
const beside: Partial<Record<Status, Status>> = { negotiating: 'replied', observing: 'revisiting' };

interface Props {
  complaint: Complaint;
  events: ComplaintEvent[];
  stages?: Record<string, unknown>;
}

export function Way({ complaint, events, stages = {} }: Props) {
  const words = useWords();
  const { t, term } = words;
  const passed = events.flatMap(({ status }) => (status ? [status] : []));
  // a stage that the rulebook has not is no step, unless the complaint stood there after all
  const steps = way
    .filter(([status, stage]) => !stage || stages[stage] !== false || passed.includes(status))
    .map(([status]) => status);
  const on = beside[complaint.status] ?? complaint.status;
  const stands = steps.includes(on)
    ? on
    : ([...passed].reverse().find((status) => steps.includes(status)) ?? 'received');
  const at = steps.indexOf(stands);
  const aside = stands !== complaint.status;
  const over = aside && on !== stands;
  return (
    <section className="card way" aria-label={t('complaint.way')}>
      <ol>
        {steps.map((status, i) => {
          const state =
            i < at || complaint.status === 'closed' ? 'past' : i === at && !over ? 'now' : i === at ? 'left' : 'ahead';
          const reached = state === 'ahead' ? undefined : reachedAt(status, complaint, events);
          return (
            <li key={status} className={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="way-dot">{state === 'past' && <CheckOutlined aria-hidden="true" />}</span>
              <span className="way-name">{term('status', status)}</span>
              <span className="way-date num">{reached && sayDate(reached.slice(0, 10), words)}</span>
            </li>
          );
        })}
      </ol>
      {aside && <p className="way-aside">{t('complaint.aside', { status: term('status', complaint.status) })}</p>}
      <p className="way-short num" aria-hidden="true">
        {term('status', complaint.status)}
        <small>
          {at + 1} / {steps.length}
        </small>
      </p>
    </section>
  );
}

/** When it last came to stand there; it was received when it arrived, whenever that was recorded. */
const reachedAt = (status: Status, { arrivedAt }: Complaint, events: ComplaintEvent[]): string | undefined =>
  status === 'received' ? arrivedAt : events.findLast((event) => event.status === status)?.at;
