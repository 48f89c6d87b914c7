import { Segmented } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { fileAddress } from '../api/files.js';
import type { ComplaintEvent } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { sayExactly } from '../parts/time.js';
import { useWords, type WordsInUse } from '../parts/words.js';
import type { Labels } from './labels.js';
import { isByTheWay, quotes, sentence } from './sentences.js';
import './timeline.css';

const alarming = ['DeadlineMissed', 'SeverityRaised', 'VerificationFailed', 'CustomerDisagreed'];

export function Timeline({ events, labels }: { events: ComplaintEvent[]; labels: Labels }) {
  const { t } = useWords();
  const [scope, setScope] = useState<'main' | 'everything'>('main');
  const [order, setOrder] = useState<'newestFirst' | 'oldestFirst'>('newestFirst');
  const shown = scope === 'main' ? events.filter((event) => !isByTheWay(event)) : [...events];
  if (order === 'newestFirst') shown.reverse();
  return (
    <section className="card part timeline">
      <div className="timeline-head">
        <h2>{t('complaint.timeline')}</h2>
        <Segmented
          size="small"
          value={scope}
          onChange={setScope}
          options={(['main', 'everything'] as const).map((value) => ({ value, label: t(`complaint.${value}`) }))}
        />
        <Segmented
          size="small"
          value={order}
          onChange={setOrder}
          options={(['newestFirst', 'oldestFirst'] as const).map((value) => ({
            value,
            label: t(`complaint.${value}`),
          }))}
        />
      </div>
      <ol>
        {shown.map((event) => (
          <Item key={event.seq} event={event} labels={labels} />
        ))}
      </ol>
    </section>
  );
}

/** Somebody of the house may tell what the outside world tells; then it is their name. */
function outsider(who: string, labels: Labels, { t }: WordsInUse): string {
  const name = labels.person(who);
  return name === who ? t('complaint.outside', { who }) : name;
}

function Item({ event, labels }: { event: ComplaintEvent; labels: Labels }) {
  const words = useWords();
  const { actor } = event;
  const { id = '' } = useParams();
  const tone = alarming.includes(event.type) ? 'alarm' : isByTheWay(event) ? 'quiet' : actor.user ? 'person' : 'system';
  return (
    <li className={`event ${tone}`} data-event={event.type}>
      <p className="event-line">
        {actor.user && (
          <b>
            {actor.name ?? labels.person(actor.user)}
            <small>{words.term('role', actor.role)}</small>
          </b>
        )}
        {actor.outside && actor.outside !== 'matters' && <b>{outsider(actor.outside, labels, words)}</b>}
        <span>{sentence(event, words, labels)}</span>
      </p>
      {event.type === 'Attached' && typeof event.sha256 === 'string' && (
        <a href={fileAddress(id, event.sha256)} download className="event-file">
          {String(event.name)}
        </a>
      )}
      {quotes(event).map((quote) => (
        <p key={quote} className="words event-quote">
          {quote}
        </p>
      ))}
      <p className="event-about num">
        <time dateTime={event.at}>{sayExactly(event.at, words)}</time>
        <Clauses ids={event.clauses} texts={labels.clauses} />
      </p>
    </li>
  );
}
