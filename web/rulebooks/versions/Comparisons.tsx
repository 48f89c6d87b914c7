import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { comparisons } from '../../api/rehearsals.js';
import type { Comparison, Labels } from '../../api/shapes.js';
import { onlyAdmin, useSession } from '../../app/session.js';
import { Failure, Loading } from '../../parts/States.js';
import { dueWall } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { titleIn } from '../../rehearsal/story.js';

interface Props {
  id: string;
  rulebook: string;
  of: 'complaints' | 'library' | 'saved';
  texts?: Labels;
}

/** What would have gone differently, one by one. */
export function Comparisons({ id, of, rulebook }: Props) {
  const { t } = useWords();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(comparisons(id));
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  const all = data.pages.flatMap(({ items }) => items);
  return (
    <>
      <ul className="comparisons">
        {all.map((one) => (
          <li key={one.ordinal} data-subject={one.subject}>
            <Name one={one} of={of} rulebook={rulebook} />
            <Changes one={one} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('backtest.more')}
        </Button>
      )}
    </>
  );
}

function Name({ one: { subject, name }, of, rulebook }: { one: Comparison } & Pick<Props, 'of' | 'rulebook'>) {
  const { zh } = useWords();
  const { user } = useSession();
  if (of === 'complaints')
    return onlyAdmin(user.roles) ? <b className="num">{name}</b> : <Link to={`/complaints/${subject}`}>{name}</Link>;
  if (of === 'saved') return <b>{name}</b>;
  const at = new URLSearchParams({ rulebook, storyline: subject }).toString();
  return <Link to={`/rehearsal?${at}`}>{titleIn(name, zh)}</Link>;
}

function Changes({ one: { moved, missed, rungs, refused } }: { one: Comparison }) {
  const { t, term } = useWords();
  const signed = (more: string[], fewer: string[], said: (one: string) => string) => [
    ...more.map((value) => `＋ ${said(value)}`),
    ...fewer.map((value) => `－ ${said(value)}`),
  ];
  const others = [
    ...signed(missed.more, missed.fewer, (clock) => t('backtest.misses', { clock: term('clock', clock) })),
    ...signed(rungs.more, rungs.fewer, (severity) => t('backtest.reaches', { severity: term('severity', severity) })),
    ...signed(refused.more, refused.fewer, (step) => t('backtest.refuses', { step: sayStep(step, term) })),
  ];
  return (
    <ul>
      {moved.map(({ clock, round, change, before, after }) => (
        <li key={`${clock} ${round}`} className={change}>
          {term('clock', clock)}
          {round > 1 && ` · ${t('complaint.round', { round })}`} <b>{t(`backtest.change.${change}`)}</b>{' '}
          <span className="num">{[before, after].flatMap((at) => (at ? [wall(at)] : [])).join(' → ')}</span>
        </li>
      ))}
      {others.map((said, i) => (
        <li key={`${i} ${said}`}>{said}</li>
      ))}
    </ul>
  );
}

function wall(moment: string): string {
  const { date, time } = dueWall(moment);
  return `${date} ${time}`;
}

/** `accept 2026-03-02T11:00:00+08:00` */
function sayStep(step: string, term: (list: string, id: string) => string): string {
  const [command = '', at = ''] = step.split(' ');
  return `${term('command', command)} ${at.slice(0, 16).replace('T', ' ')}`;
}
