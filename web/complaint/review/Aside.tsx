import { useQuery } from '@tanstack/react-query';
import { likeCases } from '../../api/queries.js';
import type { Complaint } from '../../api/shapes.js';
import { Clauses } from '../../parts/Clause.js';
import { useWords } from '../../parts/words.js';
import type { Labels } from '../labels.js';

/** What the plan costs, beside what like ones did; and by which clauses it is decided. */
export function Aside({ complaint, labels }: { complaint: Complaint; labels: Labels }) {
  const { t, label } = useWords();
  const { data = [] } = useQuery(likeCases(complaint.id));
  const costs = data.flatMap(({ cost }) => cost ?? []).sort((a, b) => a - b);
  const cost = complaint.plans.at(-1)?.cost;
  const clauses = labels.book?.decisions.approve?.clauses ?? labels.book?.decisions.approvePlan?.clauses ?? [];
  return (
    <section className="card part review-aside">
      <h2>{t('review.cost')}</h2>
      <dl className="num">
        <div>
          <dt>{t('review.costHere')}</dt>
          <dd>
            <b>{cost === undefined ? t('review.noCost') : t('complaint.yuan', { amount: cost.toLocaleString() })}</b>
          </dd>
        </div>
        {costs.length > 0 && (
          <div>
            <dt>{t('review.costLike')}</dt>
            <dd>
              {t('review.costRange', {
                low: costs[0]?.toLocaleString(),
                high: costs.at(-1)?.toLocaleString(),
                count: costs.length,
              })}
            </dd>
          </div>
        )}
      </dl>
      {clauses.length > 0 && (
        <>
          <h2>{t('review.clauses')}</h2>
          <ul className="review-clauses">
            {clauses.map((id) => (
              <li key={id}>
                <Clauses ids={[id]} texts={labels.clauses} /> {label(labels.clauses?.[id])}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
