import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { type Family, type PaperFilter, papers } from '../api/papers.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { PaperRows } from './PaperRows.js';
import './papers.css';

const filters: Record<string, PaperFilter> = {
  mine: { mine: 'true' },
  open: { state: 'draft,completed,approved', order: 'next' },
  unread: { state: 'issued', acknowledged: 'false' },
  issued: { state: 'issued' },
  all: {},
};

interface Props {
  family: Family;
  /** What is shown at first. */
  first: keyof typeof filters;
  /** The choices, in their order. */
  choices: string[];
}

/** Papers of a family; the choice is in the address, so that it can be handed on. */
export function PaperList({ family, first, choices }: Props) {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('show') ?? '';
  const show = choices.includes(asked) ? asked : first;
  const query = useInfiniteQuery(papers(family, filters[show] ?? {}));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page papers-page">
      <div className="page-head">
        <h1>{t(`nav.${family}`)}</h1>
        <span className="lead">{t(`papers.lead.${family}`)}</span>
        {query.data && (
          <span className="end num faint" role="status">
            {t(query.hasNextPage ? 'papers.shown' : 'papers.all', { count: rows.length })}
          </span>
        )}
      </div>
      <Segmented
        className="papers-choice"
        value={show}
        onChange={(next) => setSearch({ show: next }, { replace: true })}
        options={choices.map((value) => ({ value, label: t(`papers.show.${value}`) }))}
      />
      {query.isPending && <Loading rows={8} />}
      {query.error && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.data && rows.length === 0 && (
        <Empty title={t(`papers.empty.${show}`)} hint={t(`papers.emptyHint.${family}`)} />
      )}
      {rows.length > 0 && (
        <PaperRows
          family={family}
          rows={rows}
          hasMore={query.hasNextPage}
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          more={() => void query.fetchNextPage()}
        />
      )}
    </div>
  );
}
