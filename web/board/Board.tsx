import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { board as boardQuery } from '../api/queries.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Heads } from './Heads.js';
import { Papers } from './Papers.js';
import { Places } from './Places.js';
import { Promises } from './Promises.js';
import { Severe } from './Severe.js';
import { Weeks } from './Weeks.js';
import './board.css';

const spans = ['month', 'quarter', 'year'] as const;
type Span = (typeof spans)[number];
// as many as the board gives at once
const mostSevere = 100;
const isSpan = (asked: string | null): asked is Span => spans.some((span) => span === asked);

/** What the tiers above look at each morning. Place and period are in the address. */
export function Board() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('last');
  const last = isSpan(asked) ? asked : 'quarter';
  const node = search.get('node') ?? undefined;
  const wanted = search.get('severity');
  const severity = wanted === 'major' || wanted === 'hot' ? wanted : undefined;
  const [most, setMost] = useState(false);
  const { data, error, refetch } = useQuery({
    ...boardQuery({
      last,
      ...(node ? { node } : {}),
      ...(severity ? { severity } : {}),
      ...(most ? { limit: mostSevere } : {}),
    }),
    placeholderData: (was) => was,
  });
  const go = (to: Record<string, string>) => {
    const query = new URLSearchParams({ ...(node ? { node } : {}), last, ...to });
    return `/board?${query.toString()}`;
  };
  return (
    <div className="page stack board">
      <div className="page-head">
        <h1>{t('board.title')}</h1>
        {data && (
          <nav className="board-path" aria-label={t('board.path')}>
            {data.path.map(({ id, name }, i) =>
              i === data.path.length - 1 ? (
                <b key={id} aria-current="page">
                  {name}
                </b>
              ) : (
                <Link key={id} to={go({ node: id })}>
                  {name}
                </Link>
              ),
            )}
          </nav>
        )}
        <Segmented
          className="end"
          aria-label={t('board.span')}
          value={last}
          onChange={(value) => setSearch({ ...(node ? { node } : {}), last: value }, { replace: true })}
          options={spans.map((value) => ({ value, label: t(`board.last.${value}`) }))}
        />
      </div>
      {!data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Loading rows={8} />)}
      {data && (
        <>
          <Heads board={data} />
          <Severe
            board={data}
            only={severity}
            showMore={most ? undefined : () => setMost(true)}
            set={(only) =>
              setSearch({ ...(node ? { node } : {}), last, ...(only ? { severity: only } : {}) }, { replace: true })
            }
          />
          <Papers />
          <Places board={data} go={go} />
          <div className="board-pair">
            <Promises board={data} />
            <Weeks board={data} />
          </div>
        </>
      )}
    </div>
  );
}
