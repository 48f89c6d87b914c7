import { Button } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Summary } from '../api/shapes.js';
import { usePhone } from '../app/preferences.js';
import { useWords } from '../parts/words.js';
import { step, useKeys } from '../parts/keys.js';
import { Row } from './Row.js';
import { useWindow } from './window.js';

interface Props {
  rows: Summary[];
  hasMore: boolean;
  loading: boolean;
  failed: boolean;
  more: () => void;
  focusSearch: () => void;
  mayFile: boolean;
}

const columns = ['number', 'content', 'project', 'handler', 'status', 'due'];

export function Rows({ rows, hasMore, loading, failed, more, focusSearch, mayFile }: Props) {
  const { t } = useWords();
  const phone = usePhone();
  const height = phone ? 132 : 66;
  const body = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(body, rows.length, height);
  const [at, setAt] = useState(0);
  const wanted = useRef<number>(undefined);
  const navigate = useNavigate();

  useEffect(() => {
    if (hasMore && !loading && !failed && last > rows.length - 30) more();
  }, [last, rows.length, hasMore, loading, failed, more]);

  const go = useCallback(
    (to: number) => {
      setAt(to);
      wanted.current = to;
      const top = (body.current?.getBoundingClientRect().top ?? 0) + to * height;
      if (top < 80) scrollBy({ top: top - 80 });
      else if (top + height > innerHeight - 40) scrollBy({ top: top + height - innerHeight + 40 });
    },
    [height],
  );
  // the row may only be drawn after the scroll
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`);
    if (!link) return;
    link.focus({ preventScroll: true });
    wanted.current = undefined;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const to = step(event, at, rows.length);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const keys = useMemo(
    () => ({
      '/': focusSearch,
      ArrowDown: () => go(at),
      j: () => go(Math.min(rows.length - 1, at + 1)),
      k: () => go(Math.max(0, at - 1)),
      ...(mayFile ? { n: () => void navigate('/complaints/new') } : {}),
    }),
    [focusSearch, go, at, rows.length, mayFile, navigate],
  );
  useKeys(keys);

  return (
    <div className="card rows" role="table" aria-label={t('list.title')} aria-rowcount={hasMore ? -1 : rows.length + 1}>
      <div role="row" className="row heads" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`list.${column}`)}
          </span>
        ))}
      </div>
      <div
        ref={body}
        role="rowgroup"
        className="rows-body"
        style={{ height: rows.length * height }}
        onKeyDown={onKeyDown}
      >
        {rows.slice(first, last).map((row, i) => (
          <Row
            key={`${row.id}-${first + i}`}
            row={row}
            index={first + i}
            height={height}
            current={first + i === at}
            onFocus={setAt}
          />
        ))}
      </div>
      {(loading || failed) && (
        <div className="rows-more" role="status">
          {loading ? t('list.loadingMore') : <Button onClick={more}>{t('state.retry')}</Button>}
        </div>
      )}
    </div>
  );
}
