import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { client, data as dataOf } from '../../api/client.js';
import { backtest } from '../../api/rehearsals.js';
import type { Backtest, Labels } from '../../api/shapes.js';
import { Failure, Loading } from '../../parts/States.js';
import { sayMoment } from '../../parts/time.js';
import { Scroll } from '../../parts/Scroll.js';
import { useWords } from '../../parts/words.js';
import { Comparisons } from './Comparisons.js';

/** One back-test: how far it is, and what it has come to. */
export function BacktestResult({ id, open, texts }: { id: string; open: boolean; texts?: Labels }) {
  const words = useWords();
  const { t } = words;
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(backtest(id));
  const [listed, setListed] = useState(open);
  const cancel = useMutation({
    mutationFn: () => dataOf(client.POST('/api/backtests/{id}/cancel', { params: { path: { id } } })),
    onSuccess: (now) => queries.setQueryData(['backtest', id], now),
  });
  const state = data?.state;
  useEffect(() => {
    if (state && state !== 'running') void queries.invalidateQueries({ queryKey: ['backtest', id, 'comparisons'] });
  }, [state, id, queries]);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  const { total, done, by, startedAt, source, totals } = data;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return (
    <section className="card backtest" data-state={state} aria-label={t('versions.backtest')}>
      <div className="backtest-head">
        <h2>{t(`backtest.source.${source.of}`)}</h2>
        <span className="faint">
          {by.name} · {sayMoment(startedAt, words)} · {t('backtest.against', { version: data.version })}
        </span>
        {state === 'running' && (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('backtest.cancel')}
          </Button>
        )}
      </div>
      {state !== 'done' && (
        <Progress
          percent={percent}
          status={state === 'running' ? 'active' : 'exception'}
          aria-label={t('backtest.progress')}
        />
      )}
      <p className="backtest-sum" role="status">
        {t(`backtest.state.${state}`, { done, total })}{' '}
        {t('backtest.sum', { played: totals.storylines, changed: totals.storylines - totals.same })}
        {data.unplayable > 0 && ` ${t('backtest.unplayable', { count: data.unplayable })}`}
      </p>
      <Totals totals={totals} />
      {totals.storylines > totals.same &&
        (listed ? (
          <Comparisons id={id} of={source.of} texts={texts} rulebook={data.rulebook} />
        ) : (
          <Button onClick={() => setListed(true)}>{t('backtest.each')}</Button>
        ))}
    </section>
  );
}

const changes = ['earlier', 'later', 'new', 'gone', 'missedMore', 'missedFewer'] as const;

function Totals({ totals: { clocks, rungs, refused } }: { totals: Backtest['totals'] }) {
  const { t, term } = useWords();
  const severities = Object.entries(rungs);
  if (Object.keys(clocks).length + severities.length + refused.more + refused.fewer === 0) return null;
  return (
    <Scroll label={t('versions.backtest')} className="backtest-totals">
      {Object.keys(clocks).length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('backtest.clock')}</th>
              {changes.map((change) => (
                <th key={change} scope="col">
                  {t(`backtest.change.${change}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(clocks).map(([clock, counts]) => (
              <tr key={clock}>
                <th scope="row">{term('clock', clock)}</th>
                {changes.map((change) => (
                  <td key={change} className={counts[change] > 0 ? `num ${change}` : 'num none'}>
                    {counts[change]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul>
        {severities.map(([severity, { more, fewer }]) => (
          <li key={severity}>{t('backtest.rung', { severity: term('severity', severity), more, fewer })}</li>
        ))}
        {refused.more + refused.fewer > 0 && <li>{t('backtest.refused', refused)}</li>}
      </ul>
    </Scroll>
  );
}
