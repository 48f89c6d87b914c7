import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Switch } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { complaint as complaintQuery, events as eventsQuery, history as historyQuery } from '../api/queries.js';
import { useOwnTitle } from '../app/title.js';
import { OneProof } from '../proof/OneProof.js';
import { type Labels, useLabels } from '../complaint/labels.js';
import { sentence } from '../complaint/sentences.js';
import { Clauses } from '../parts/Clause.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { type Step, storyOf } from './story.js';
import '../complaint/timeline.css';
import '../proof/proof.css';
import './history.css';

/** For auditors: what the engine itself recorded, in plain words, raw beside it. */
export function History() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const complaint = useQuery(complaintQuery(id));
  const events = useQuery(eventsQuery(id));
  const history = useQuery(historyQuery(id));
  const [everything, setEverything] = useState(false);
  const error = complaint.error ?? events.error ?? history.error;
  const labels = useLabels(complaint.data?.rulebook.id ?? '');
  useOwnTitle(complaint.data?.number);
  if (error) return <Failure error={error} retry={() => void history.refetch()} />;
  if (!complaint.data || !events.data || !history.data) return <Loading />;
  const steps = storyOf(history.data, events.data);
  const shown = everything ? steps : steps.filter(({ kind }) => kind !== 'inner' && kind !== 'timerOff');
  return (
    <div className="page stack history">
      <div className="page-head">
        <Link to={`/complaints/${id}`} className="back" aria-label={t('history.back')}>
          <ArrowLeftOutlined aria-hidden="true" />
        </Link>
        <h1>{t('history.title', { number: complaint.data.number })}</h1>
        <span className="lead">{t('history.lead', { count: history.data.length })}</span>
      </div>
      <OneProof id={id} />
      <section className="card part">
        <label className="history-scope">
          <Switch size="small" checked={everything} onChange={setEverything} /> {t('history.everything')}
        </label>
        {shown.length === 0 && <Empty title={t('history.empty')} hint={t('history.emptyHint')} />}
        <ol>
          {shown.map((step) => (
            <StepItem key={step.key} step={step} labels={labels} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function StepItem({ step, labels }: { step: Step; labels: Labels }) {
  const words = useWords();
  const { t, term } = words;
  const { at, kind, name, user, role, rings, events, raw } = step;
  const what = t(`history.step.${kind}`, {
    name: kind === 'command' ? term('command', name) : kind === 'signal' ? term('signal', name) : (name ?? ''),
    rings: rings ? sayExactly(rings, words) : '',
  });
  const clauses = [...new Set(events.flatMap((event) => event.clauses))];
  return (
    <li className={`event ${user ? 'person' : kind === 'inner' ? 'quiet' : 'system'}`}>
      <p className="event-line">
        {user && (
          <b>
            {kind === 'signal'
              ? t(`history.source.${user}`, { defaultValue: labels.person(user) })
              : labels.person(user)}
            {role && <small>{term('role', role)}</small>}
          </b>
        )}
        <span>{what}</span>
      </p>
      {events.length > 0 && (
        <ul className="history-brought">
          {events.map((event) => (
            <li key={event.seq}>
              <span className="num faint">{event.seq}</span> {sentence(event, words, labels)}
            </li>
          ))}
        </ul>
      )}
      <div className="event-about num">
        <time dateTime={at}>{sayExactly(at, words)}</time>
        <Clauses ids={clauses} texts={labels.clauses} />
        <details className="history-raw">
          <summary>{raw.map(({ id, type }) => `${id} ${type}`).join(' · ')}</summary>
          <pre>
            {JSON.stringify(raw.length === 1 ? raw[0]?.attributes : raw.map(({ attributes }) => attributes), null, 2)}
          </pre>
        </details>
      </div>
    </li>
  );
}
