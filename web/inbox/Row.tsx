import { memo } from 'react';
import type { InboxThread } from '../api/notices.js';
import { SeverityTag } from '../parts/Tags.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';

interface Props {
  thread: InboxThread;
  top: number;
  height: number;
  show: (thread: InboxThread) => void;
}

export const Row = memo(function Row({ thread, top, height, show }: Props) {
  const words = useWords();
  const { t, term } = words;
  const { complaint, latest, unread, count } = thread;
  return (
    <li className={unread > 0 ? 'inbox-row unread' : 'inbox-row'} style={{ top, height }}>
      <i className="inbox-dot" aria-hidden="true" />
      <span className="inbox-what">
        <button type="button" onClick={() => show(thread)}>
          {unread > 0 && <span className="sr">{t('inbox.unreadCount', { count: unread })}</span>}
          {latest.title}
        </button>
        <small>
          {complaint ? (
            <>
              <span className="num">{complaint.number}</span> · {complaint.project}
              {complaint.severity !== 'ordinary' && (
                <>
                  {' '}
                  <SeverityTag severity={complaint.severity} />
                </>
              )}
            </>
          ) : (
            t('inbox.house')
          )}
        </small>
      </span>
      <span className="inbox-kind">{term('noticeKind', latest.kind)}</span>
      <span className="inbox-when num">
        {sayMoment(latest.at, words)}
        {count > 1 && <small>{t('inbox.count', { count })}</small>}
      </span>
    </li>
  );
});
