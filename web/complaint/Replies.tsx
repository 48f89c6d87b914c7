import type { Complaint, ComplaintEvent } from '../api/shapes.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import type { Labels } from './labels.js';

interface Props {
  complaint: Complaint;
  events: ComplaintEvent[];
  labels: Labels;
}

export function Replies({ complaint, events, labels }: Props) {
  const words = useWords();
  const { t, term } = words;
  const sent = events.filter(({ type }) => type === 'Replied').reverse();
  const drafts = [...complaint.replyDrafts].reverse();
  if (sent.length + drafts.length === 0) return null;
  return (
    <section className="card part">
      <h2>{t('complaint.reply')}</h2>
      {sent.map((event) => (
        <div key={event.seq} className="reply">
          <p className="words">{String(event.text)}</p>
          <p className="part-note num">
            {event.actor.name} ·{' '}
            {t('complaint.sentOn', { at: sayExactly(event.at, words), form: term('means', String(event.form)) })}
          </p>
        </div>
      ))}
      {drafts.map((draft) => (
        <div key={draft.version} className="reply">
          <p className="plan-head">
            {t('complaint.drafts')} · {t('complaint.version', { version: draft.version })}
            <span className={`plan-state ${draft.state === 'drafted' ? 'proposed' : draft.state}`}>
              {t(`draft.${draft.state}`)}
            </span>
          </p>
          <p className="words">{draft.text}</p>
          <p className="part-note">{labels.person(draft.draftedBy)}</p>
          {draft.reason && <p className="words quoted">{draft.reason}</p>}
        </div>
      ))}
    </section>
  );
}
