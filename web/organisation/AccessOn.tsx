import { useQuery } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { now } from '../api/clock.js';
import { accessOn } from '../api/organisation.js';
import { Failure } from '../parts/States.js';
import { useWords } from '../parts/words.js';

const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date(now()));

/** What somebody could do on a day, from the rows of that time. */
export function AccessOn({ user }: { user: string }) {
  const { t, term, zh } = useWords();
  const [day, setDay] = useState(() => dayjs(today()));
  const { data, error, refetch } = useQuery(accessOn(day.format('YYYY-MM-DD'), user));
  return (
    <section className="card part">
      <h2>{t('people.access')}</h2>
      <p className="faint">{t('people.accessLead')}</p>
      <DatePicker
        aria-label={t('people.access')}
        value={day}
        allowClear={false}
        disabledDate={(date) => date.isAfter(dayjs(today()), 'day')}
        onChange={(next) => next && setDay(next)}
      />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="faint">{t('people.accessNone')}</p>}
      <ul className="places">
        {data?.items.map(({ node, path, roles, standsInFor, projects }) => (
          <li key={`${node.id} ${roles.join()} ${standsInFor?.id ?? ''}`}>
            <b>{[...path, node.name].join(' › ')}</b>
            <span>{roles.map((role) => term('role', role)).join(zh ? '、' : ', ')}</span>
            <small className="faint num">
              {t('people.accessRow', { projects })}
              {standsInFor && ` · ${t('people.accessFor', { name: standsInFor.name })}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
