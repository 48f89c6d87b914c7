import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { BoardView } from '../api/shapes.js';
import { useSession } from '../app/session.js';
import { Countdown } from '../parts/Countdown.js';
import { SeverityTag, StatusTag } from '../parts/Tags.js';
import { sayMoment } from '../parts/time.js';
import { listOf, sum } from './sums.js';
import { useWords } from '../parts/words.js';

const Supervise = lazy(() => import('./Supervise.js'));
const clocksShown = 3;
const severities = ['ordinary', 'important', 'hot', 'major'];

type One = BoardView['severe'][number];

type Only = 'major' | 'hot' | undefined;
const choices = ['all', 'major', 'hot'] as const;

interface Props {
  board: BoardView;
  only: Only;
  set: (only: Only) => void;
  /** Further ones; none: as many as there may be are shown. */
  showMore: (() => void) | undefined;
}

/** All major and hot complaints with their running clocks, the gravest and most pressing first; of very many the first ones. */
export function Severe({ board, only, set, showMore }: Props) {
  const { severe, more, places } = board;
  const { t } = useWords();
  const { commands } = useSession();
  const [supervising, setSupervising] = useState<One>();
  const counts = {
    major: sum(places, 'major'),
    hot: sum(places, 'hot'),
    all: sum(places, 'major') + sum(places, 'hot'),
  };
  const all = listOf(board, { severity: only ?? 'major,hot', open: 'true' });
  return (
    <section className="card part severe" id="severe" aria-labelledby="severe-title">
      <div className="severe-title">
        <h2 id="severe-title">
          {t('board.severe')} <span className="num faint">{counts[only ?? 'all']}</span>
        </h2>
        <Segmented<(typeof choices)[number]>
          aria-label={t('board.severe')}
          value={only ?? 'all'}
          onChange={(value) => set(value === 'all' ? undefined : value)}
          options={choices.map((value) => ({
            value,
            label: `${t(value === 'all' ? 'board.allSevere' : `board.${value}`)} ${counts[value]}`,
          }))}
        />
      </div>
      {severe.length === 0 && <p className="faint">{t('board.noSevere')}</p>}
      <ul>
        {severe.map((one) => (
          <Line
            key={one.complaint.id}
            one={one}
            supervise={commands.includes('supervise') ? () => setSupervising(one) : undefined}
          />
        ))}
      </ul>
      {more && (
        <p className="faint severe-more">
          {t('board.moreSevere', { count: severe.length })}{' '}
          {showMore && (
            <Button type="link" onClick={showMore}>
              {t('board.showMore')}
            </Button>
          )}
          {all && <Link to={all}>{t('board.seeAll')}</Link>}
        </p>
      )}
      {supervising && (
        <Suspense>
          <Supervise one={supervising} close={() => setSupervising(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

/** Age raises nothing to a severity that is reached: such a clock says nothing here. */
const tells = ({ complaint }: One, clock: string): boolean =>
  !clock.startsWith('resolve.') ||
  severities.indexOf(clock.slice('resolve.'.length)) > severities.indexOf(complaint.severity);

function Line({ one, supervise }: { one: One; supervise?: () => void }) {
  const { complaint, supervisedAt } = one;
  const clocks = one.clocks.filter(({ clock }) => tells(one, clock));
  const words = useWords();
  const { t, term } = words;
  return (
    <li className="severe-line" data-severe={complaint.number}>
      <div className="severe-what">
        <p className="severe-head num">
          <SeverityTag severity={complaint.severity} />
          <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>
          <StatusTag status={complaint.status} />
          <span className="faint">{complaint.project.name}</span>
        </p>
        <p className="severe-text">{complaint.excerpt}</p>
        {supervisedAt && (
          <p className="severe-supervised num">{t('board.supervised', { at: sayMoment(supervisedAt, words) })}</p>
        )}
      </div>
      <ul className="severe-clocks num">
        {clocks.slice(0, clocksShown).map(({ clock, due, state }) => (
          <li key={clock}>
            <span>{term('clock', clock)}</span>
            {due && state !== 'suspended' ? (
              <Countdown due={due} />
            ) : (
              <span className="faint">{t('time.suspended')}</span>
            )}
          </li>
        ))}
      </ul>
      {supervise && (
        <Button onClick={supervise} data-command="supervise" aria-label={`${t('board.supervise')} ${complaint.number}`}>
          {t('board.supervise')}
        </Button>
      )}
    </li>
  );
}
