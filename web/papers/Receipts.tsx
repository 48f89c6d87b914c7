import type { Paper } from '../api/papers.js';
import { useWords } from '../parts/words.js';
import { sayDay } from './say.js';

/** Who above has opened it, and who has acknowledged it. */
export function Receipts({ paper: { receipts } }: { paper: Paper }) {
  const { t } = useWords();
  return (
    <section className="card paper-receipts" aria-labelledby="receipts">
      <h2 id="receipts">{t('paper.receipts')}</h2>
      {receipts.length === 0 && <p className="faint">{t('paper.unread')}</p>}
      <ul>
        {receipts.map(({ by, openedAt, acknowledgedAt }) => (
          <li key={by.id}>
            <b>{by.name}</b> <small>{by.node}</small>
            <span className={acknowledgedAt ? 'num good' : 'num faint'}>
              {t(acknowledgedAt ? 'paper.acknowledgedAt' : 'paper.openedAt', {
                at: sayDay(acknowledgedAt ?? openedAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

// their note says how many complaints
const counted: string[] = ['writtenOff', 'reinstated'];

/** What has become of it, step by step. */
export function Story({ paper: { steps } }: { paper: Paper }) {
  const { t } = useWords();
  return (
    <section className="card paper-story" aria-labelledby="story">
      <h2 id="story">{t('paper.story')}</h2>
      <ol>
        {steps.map(({ at, step, by, note }, n) => (
          <li key={n}>
            <span className="num faint">{sayDay(at)}</span>
            <span>
              {t(`paper.step.${step}`)} {by?.name}
              {note && <small>{counted.includes(step) ? t('paper.stepCount', { count: Number(note) }) : note}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
