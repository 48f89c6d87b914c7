import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { inbox, type InboxThread, readInbox } from '../api/notices.js';
import { usePhone } from '../app/preferences.js';
import { useWindow } from '../complaints/window.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Row } from './Row.js';
import { Thread } from './Thread.js';
import './inbox.css';

/** 消息: what I was told, one line for one complaint. */
export function Inbox() {
  const { t } = useWords();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const query = useInfiniteQuery(inbox(unreadOnly));
  const [open, setOpen] = useState<InboxThread>();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const read = useRead();
  const show = useCallback(
    (one: InboxThread) => {
      setOpen(one);
      if (one.unread > 0) read({ thread: one.thread, upTo: one.latest.id });
    },
    [read],
  );
  const [first] = rows;
  return (
    <div className="page inbox">
      <div className="page-head">
        <h1>{t('inbox.title')}</h1>
        <span className="lead">{t('inbox.lead')}</span>
        <span className="end inbox-tools">
          <Link to="/notice-preferences">{t('inbox.preferences')}</Link>
          <Button disabled={!first} onClick={() => first && read({ upTo: first.latest.id })}>
            {t('inbox.readAll')}
          </Button>
        </span>
      </div>
      <Segmented
        aria-label={t('inbox.which')}
        value={unreadOnly ? 'unread' : 'all'}
        onChange={(value) => setUnreadOnly(value === 'unread')}
        options={['all', 'unread'].map((value) => ({ value, label: t(`inbox.${value}`) }))}
      />
      {query.isPending && <Loading rows={8} />}
      {query.error && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.data && rows.length === 0 && (
        <Empty title={t(unreadOnly ? 'inbox.noneUnread' : 'inbox.none')} hint={t('inbox.noneHint')} />
      )}
      {rows.length > 0 && (
        <Rows
          rows={rows}
          show={show}
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          {...(query.hasNextPage ? { more: () => void query.fetchNextPage() } : {})}
        />
      )}
      {open && <Thread thread={open} close={() => setOpen(undefined)} />}
    </div>
  );
}

interface RowsProps {
  rows: InboxThread[];
  show: (one: InboxThread) => void;
  loading: boolean;
  failed: boolean;
  /** Fetches the next; none: there are no more. */
  more?: () => void;
}

function Rows({ rows, show, loading, failed, more }: RowsProps) {
  const { t } = useWords();
  const height = usePhone() ? 104 : 76;
  const body = useRef<HTMLUListElement>(null);
  const { first, last } = useWindow(body, rows.length, height);
  useEffect(() => {
    if (more && !loading && !failed && last > rows.length - 30) more();
  }, [last, rows.length, more, loading, failed]);
  return (
    <div className="card inbox-rows">
      <ul ref={body} style={{ height: rows.length * height }}>
        {rows.slice(first, last).map((one, i) => (
          <Row key={one.thread} thread={one} top={(first + i) * height} height={height} show={show} />
        ))}
      </ul>
      {(loading || failed) && (
        <div className="inbox-more" role="status">
          {loading ? t('list.loadingMore') : <Button onClick={more}>{t('state.retry')}</Button>}
        </div>
      )}
    </div>
  );
}

function useRead() {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: readInbox,
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
  return mutate;
}
