import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { type InboxThread, thread as threadQuery } from '../api/notices.js';
import { usePhone } from '../app/preferences.js';
import { Failure, Loading } from '../parts/States.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';

/** Where what a notice is about is mended. */
const pages = { noticeChannels: '/notice-channels' };
const papers = { bulletin: '/bulletins', duty: '/duties' };

/** All that I was told of one complaint. */
export function Thread({ thread, close }: { thread: InboxThread; close: () => void }) {
  const words = useWords();
  const { t } = words;
  const phone = usePhone();
  const { data, error, isPending, refetch } = useQuery(threadQuery(thread.thread));
  const { complaint } = thread;
  return (
    <Drawer
      open
      onClose={close}
      size={phone ? '100%' : 520}
      title={complaint ? `${complaint.number} · ${complaint.project}` : t('inbox.house')}
      extra={complaint && <Link to={`/complaints/${complaint.id}`}>{t('inbox.open')}</Link>}
    >
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      <ol className="thread" tabIndex={0} aria-label={t('inbox.title')}>
        {data?.map(({ id, title, lines, quote, paper, page, at }) => (
          <li key={id}>
            <h3>{title}</h3>
            <time dateTime={at} className="num faint">
              {sayExactly(at, words)}
            </time>
            {lines.length > 0 && (
              <dl>
                {lines.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd className="num">{value}</dd>
                  </div>
                ))}
              </dl>
            )}
            {quote && <blockquote>{quote}</blockquote>}
            {paper && <Link to={`${papers[paper.family]}/${paper.id}`}>{t('inbox.paper')}</Link>}
            {page && <Link to={pages[page]}>{t(`inbox.page.${page}`)}</Link>}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
