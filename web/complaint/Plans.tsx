import { Checkbox } from 'antd';
import { useState } from 'react';
import type { Complaint, Plan } from '../api/shapes.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { diff } from './diff.js';
import type { Labels } from './labels.js';
import './plans.css';

/** The latest version first, with what it changes; earlier ones on demand. */
export function Plans({ complaint, labels }: { complaint: Complaint; labels: Labels }) {
  const { t } = useWords();
  const plans: Plan[] = complaint.plans;
  const latest = plans.at(-1);
  if (!latest) return null;
  const earlier = plans.slice(0, -1).reverse();
  return (
    <section className="card part plans">
      <h2>{t('complaint.plans')}</h2>
      <Version plan={latest} before={earlier[0]} labels={labels} latest />
      {earlier.map((plan, i) => (
        <details key={plan.version}>
          <summary>
            {t('complaint.version', { version: plan.version })} · {t(`plan.${plan.state}`)}
          </summary>
          <Version plan={plan} before={earlier[i + 1]} labels={labels} />
        </details>
      ))}
    </section>
  );
}

interface Props {
  plan: Plan;
  before?: Plan;
  labels: Labels;
  latest?: boolean;
}

function Version({ plan, before, labels, latest }: Props) {
  const words = useWords();
  const { t } = words;
  const [changes, setChanges] = useState(true);
  const awaits = (plan.awaits ?? []).map((role) => words.term('role', role));
  const finish = (one: Plan) => t('complaint.finishBy', { at: sayExactly(one.finishBy, words) });
  const owner = (one: Plan) => t('complaint.owner', { who: labels.person(one.owner) });
  const cost = (one: Plan) =>
    one.cost === undefined ? '' : t('complaint.yuan', { amount: one.cost.toLocaleString() });
  return (
    <div className="plan">
      <p className="plan-head">
        {latest && <b>{t('complaint.version', { version: plan.version })}</b>}
        <span className={`plan-state ${plan.state}`}>{t(`plan.${plan.state}`)}</span>
        {before && (
          <Checkbox checked={changes} onChange={({ target }) => setChanges(target.checked)}>
            {t('complaint.changed', { version: before.version })}
          </Checkbox>
        )}
      </p>
      <p className="words">
        {before && changes ? <Changed before={before.measures} after={plan.measures} /> : plan.measures}
      </p>
      <p className="part-note plan-terms num">
        {[owner, finish, cost].map((say, i) => {
          const now = say(plan);
          const then = before && changes ? say(before) : now;
          return (
            <span key={i}>
              {then !== now && then && <del>{then}</del>} {then !== now ? <ins>{now}</ins> : now}
            </span>
          );
        })}
      </p>
      <p className="part-note num">
        {t('complaint.proposedBy', { who: labels.person(plan.proposedBy), at: sayExactly(plan.proposedAt, words) })}
        {plan.decidedBy && plan.decidedAt && (
          <>
            <br />
            {t('complaint.decidedBy', {
              who: labels.person(plan.decidedBy),
              state: t(`planDone.${plan.state === 'returned' ? 'returned' : 'approved'}`),
              at: sayExactly(plan.decidedAt, words),
            })}
          </>
        )}
      </p>
      {awaits.length > 0 && (
        <p className="part-note">{t('complaint.awaits', { roles: awaits.join(words.zh ? '、' : ', ') })}</p>
      )}
      {plan.reason && <p className="words quoted">{plan.reason}</p>}
    </div>
  );
}

function Changed({ before, after }: { before: string; after: string }) {
  const { t } = useWords();
  return diff(before, after).map(({ kind, text }, i) => {
    if (kind === 'same') return <span key={i}>{text}</span>;
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      <Mark key={i}>
        <span className="sr">{t(`complaint.${kind}`)} </span>
        {text}
      </Mark>
    );
  });
}
