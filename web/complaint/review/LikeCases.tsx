import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { likeCases } from '../../api/queries.js';
import type { LikeCase } from '../../api/shapes.js';
import { Failure, Loading } from '../../parts/States.js';
import { sayDate, wallOf } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';

/** How closed complaints of the same category were solved, and how satisfied people were. */
export function LikeCases({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(likeCases(id));
  return (
    <section className="card part like-cases">
      <h2>{t('review.likeCases')}</h2>
      <p className="part-note">{t('review.likeLead')}</p>
      {!data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Loading rows={2} />)}
      {data?.length === 0 && <p className="faint like-none">{t('review.noLike')}</p>}
      <ul>
        {data?.map((one) => (
          <Case key={one.complaint.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Case({ one }: { one: LikeCase }) {
  const words = useWords();
  const { t, term } = words;
  const { complaint, outcome, opinion, endedAt, cost } = one;
  const solved = [one.measures, one.result].flatMap((said) => said?.replace(/[。.；;\s]+$/, '') || []);
  return (
    <li className="like-case">
      <p className="like-head num">
        <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>
        <span className={`like-outcome ${outcome ?? 'none'}`}>
          {outcome ? term('outcome', outcome) : t('review.silent')}
        </span>
        <span className="part-note">
          {[
            complaint.project.name,
            endedAt && sayDate(wallOf(endedAt).date, words),
            cost === undefined ? t('review.noCost') : t('complaint.yuan', { amount: cost.toLocaleString() }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className="like-text">{complaint.excerpt}</p>
      <dl>
        {one.findings && (
          <div>
            <dt>{t('review.found')}</dt>
            <dd>{one.findings}</dd>
          </div>
        )}
        {solved.length > 0 && (
          <div>
            <dt>{t('review.solved')}</dt>
            <dd>{solved.join(words.zh ? '；' : '; ')}</dd>
          </div>
        )}
      </dl>
      {opinion && <p className="words quoted">{opinion}</p>}
    </li>
  );
}
