import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { complaints } from '../api/queries.js';
import { useSession } from '../app/session.js';
import { usePhone } from '../app/preferences.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Filters } from './Filters.js';
import { useFilter } from './filter.js';
import { Rows } from './Rows.js';
import './complaints.css';

export function Complaints() {
  const { t } = useWords();
  const { filter, set, clear, isFiltered } = useFilter();
  const query = useInfiniteQuery(complaints(filter));
  const search = useRef<HTMLInputElement>(null);
  const phone = usePhone();
  const mayFile = useSession().commands.includes('file');
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page list-page">
      <div className="page-head">
        <h1>{t('list.title')}</h1>
        {query.data && (
          <span className="lead num" role="status">
            {t(query.hasNextPage ? 'list.shown' : 'list.all', { count: rows.length })}
          </span>
        )}
        {!phone && (
          <span className="end faint list-keys on-screen">{t(mayFile ? 'list.keys' : 'list.keysReading')}</span>
        )}
      </div>
      <Filters filter={filter} set={set} clear={clear} isFiltered={isFiltered} searchRef={search} />
      {query.isPending && <Loading rows={8} />}
      {query.error && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.data && rows.length === 0 && (
        <Empty
          title={t(isFiltered ? 'list.empty' : 'list.none')}
          hint={t(isFiltered ? 'list.emptyHint' : 'list.noneHint')}
          action={
            isFiltered ? (
              <Button onClick={clear}>{t('list.clear')}</Button>
            ) : (
              mayFile && <Link to="/complaints/new">{t('nav.file')}</Link>
            )
          }
        />
      )}
      {rows.length > 0 && (
        <Rows
          rows={rows}
          hasMore={query.hasNextPage}
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          more={() => void query.fetchNextPage()}
          focusSearch={() => search.current?.focus()}
          mayFile={mayFile}
        />
      )}
    </div>
  );
}
