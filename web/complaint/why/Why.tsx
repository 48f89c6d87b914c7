import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { explanation } from '../../api/queries.js';
import type { Complaint, Explanation, Stretch } from '../../api/shapes.js';
import { usePhone } from '../../app/preferences.js';
import { sayBudget } from '../../parts/budget.js';
import { Failure, Loading } from '../../parts/States.js';
import { nowLike, sayExactly } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { Picture } from './Picture.js';
import { Stretches } from './Stretches.js';
import './why.css';

interface Props {
  complaint: Complaint;
  clock: string;
  close: () => void;
}

export default function Why({ complaint, clock, close }: Props) {
  const { t, term } = useWords();
  const phone = usePhone();
  const { data, error, refetch } = useQuery(explanation(complaint.id, clock));
  return (
    <Drawer
      open
      onClose={close}
      title={
        <>
          {t('why.title')} <span className="why-clock">{term('clock', clock)}</span>
        </>
      }
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 560}
      rootClassName="why-drawer"
    >
      {data ? (
        <Answer data={data} complaint={complaint} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Drawer>
  );
}

function Answer({ data, complaint }: { data: Explanation; complaint: Complaint }) {
  const words = useWords();
  const { t, label } = words;
  const stretches = data.due ? data.stretches : [...data.stretches, ...standstill(data, complaint)];
  return (
    <div className="why">
      <p className="why-sentence">{label(data.sentence)}</p>
      <dl className="why-terms num">
        <div>
          <dt>{t('why.start')}</dt>
          <dd>{sayExactly(data.startedAt, words)}</dd>
        </div>
        <div>
          <dt>{t('why.budget')}</dt>
          <dd>{data.budget && sayBudget(data.budget, words)}</dd>
        </div>
        <div>
          <dt>{t('why.due')}</dt>
          <dd className="why-due">{data.due ? sayExactly(data.due, words, true) : t('why.unknown')}</dd>
        </div>
      </dl>
      {data.provisional && <p className="why-note">{t('why.provisional')}</p>}
      {data.extended && <p className="why-note">{t('why.extendedTo')}</p>}
      <h3>{t('why.picture')}</h3>
      <Picture stretches={stretches} due={data.due} start={data.startedAt} />
      <h3>{t('why.words')}</h3>
      <Stretches stretches={stretches} />
      <h3>{t('why.clauses')}</h3>
      <dl className="why-clauses">
        {data.clauseTexts.map((clause) => (
          <div key={clause.id}>
            <dt className="num">{clause.id}</dt>
            <dd>{label(clause)}</dd>
          </div>
        ))}
      </dl>
      {data.reading && (
        <p className="why-note">
          {t('why.reading')}
          {words.zh ? '：' : ': '}
          {data.reading}
        </p>
      )}
    </div>
  );
}

/** The suspension that lasts: from where the reckoning stopped until now. */
function standstill({ stretches }: Explanation, { stops }: Complaint): Stretch[] {
  const stop = stops.at(-1);
  if (!stop || stop.to) return [];
  const reckoned = stretches.at(-1)?.to;
  const from = reckoned && Date.parse(reckoned) > Date.parse(stop.from) ? reckoned : stop.from;
  const to = nowLike(from);
  return Date.parse(to) > Date.parse(from)
    ? [{ from, to, counted: false, reason: 'suspended', name: stop.because }]
    : [];
}
