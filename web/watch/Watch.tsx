import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { watch as watchQuery } from '../api/queries.js';
import type { WatchView } from '../api/shapes.js';
import { Failure, Loading } from '../parts/States.js';
import { sayExactly } from '../parts/time.js';
import { useWords, type WordsInUse } from '../parts/words.js';
import { Stuck } from './Stuck.js';
import { Reset } from './Reset.js';
import { WayOut } from './WayOut.js';
import { ways } from './ways.js';
import './watch.css';

/** For administrators: what waits, what is stuck, and the way out of it. */
export function Watch() {
  const words = useWords();
  const { t } = words;
  const { data, error, refetch } = useQuery(watchQuery);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const count = data.troubles.length + data.workflows.length + data.schedules.length + data.deadAddresses;
  return (
    <div className="page stack">
      <div className="page-head">
        <h1>{t('watch.title')}</h1>
        <span className="lead">{t('watch.lead')}</span>
      </div>
      <Queues queues={data.queues} />
      <section className="card part">
        <h2>
          {t('watch.stuck')} {count > 0 && <Tag color="error">{count}</Tag>}
        </h2>
        {count === 0 && <p className="watch-well">{t('watch.well')}</p>}
        <ul>
          {data.troubles.map((trouble) => (
            <Stuck
              key={`${trouble.kind} ${trouble.ref}`}
              {...trouble}
              during={duringOf(trouble, words)}
              what={t(`watch.kind.${trouble.kind}`)}
              name={trouble.complaint?.number ?? trouble.ref}
            >
              {trouble.kind === 'projection' ? (
                <WayOut name="reproject" give={() => ways.reproject(trouble.ref)} />
              ) : (
                <>
                  <WayOut name="retry" give={() => ways.retry(trouble.kind, trouble.ref)} />
                  <WayOut name="skip" danger give={(because) => ways.skip(trouble.kind, trouble.ref, because)} asks />
                </>
              )}
            </Stuck>
          ))}
          {data.workflows.map((one) => (
            <Stuck
              key={one.id}
              {...one}
              what={t('watch.kind.workflow')}
              name={one.complaint?.number ?? `${one.type} ${one.id.slice(0, 8)}`}
            >
              <Reset id={one.id} />
            </Stuck>
          ))}
          {data.schedules.map(({ id, note }) => (
            <Stuck key={id} what={t('watch.kind.schedule')} name={id} note={note}>
              <WayOut name="resume" give={() => ways.resume(id)} />
            </Stuck>
          ))}
          {data.deadAddresses > 0 && (
            <Stuck what={t('watch.kind.deadAddress')} name={t('watch.deadAddresses', { count: data.deadAddresses })}>
              <Link to="/notice-channels">{t('watch.toNotices')}</Link>
            </Stuck>
          )}
        </ul>
        <p className="faint">
          {t('watch.notices')} <Link to="/notice-channels">{t('watch.toNotices')}</Link>
        </p>
      </section>
    </div>
  );
}

/** Which part of the work fails, and at what. */
function duringOf({ kind, what, reader }: WatchView['troubles'][number], { t }: WordsInUse): string {
  const part = t(`watch.during.${reader ?? kind}`);
  return what ? t('watch.at', { part, what: t(`eventName.${what}`, { defaultValue: what }) }) : part;
}

function Queues({ queues }: { queues: WatchView['queues'] }) {
  const words = useWords();
  const { t } = words;
  return (
    <dl className="card part watch-queues">
      {queues.map(({ name, waiting, oldest }) => (
        <div key={name}>
          <dt>{t(`watch.queue.${name}`)}</dt>
          <dd className="num">{waiting.toLocaleString(words.language)}</dd>
          <dd className="faint num">
            {oldest ? t('watch.since', { at: sayExactly(oldest, words) }) : t('watch.none')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
