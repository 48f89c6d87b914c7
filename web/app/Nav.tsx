import { EllipsisOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Session } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { type Groups, pagesFor } from './pages.js';
import './nav.css';

const onPhone = 4;

/** Beside the page on a desk; on a phone the first few below it, the rest behind one button. */
export function Nav({ session }: { session: Session }) {
  const { t } = useWords();
  const groups = pagesFor(session);
  const all = [groups.work, ...(groups.work.length > 0 ? [groups.rules, groups.care] : [groups.care, groups.rules])];
  const pages = all.flat();
  return (
    <>
      <nav aria-label={t('nav.main')} className="nav">
        {all
          .filter(({ length }) => length > 0)
          .map((group) => (
            <div key={group[0]?.name} className="nav-group">
              <Links pages={group} />
            </div>
          ))}
      </nav>
      <nav aria-label={t('nav.main')} className="tabs">
        <Links pages={pages.slice(0, onPhone)} short />
        {pages.length > onPhone && <More pages={pages.slice(onPhone)} />}
      </nav>
    </>
  );
}

function Links({ pages, short = false }: { pages: Groups['work']; short?: boolean }) {
  const { t } = useWords();
  return pages.map(({ to, name, icon }) => (
    <NavLink key={to} to={to} end={to === '/complaints'}>
      {icon}
      <span>{short ? t(`tab.${name}`, { defaultValue: t(`nav.${name}`) }) : t(`nav.${name}`)}</span>
    </NavLink>
  ));
}

function More({ pages }: { pages: Groups['work'] }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const details = useRef<HTMLDetailsElement>(null);
  // gone once somebody went somewhere
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [pathname]);
  const within = pages.some(({ to }) => pathname.startsWith(to));
  return (
    <details ref={details} className={within ? 'more active' : 'more'}>
      <summary>
        <EllipsisOutlined aria-hidden="true" />
        <span>{t('nav.more')}</span>
      </summary>
      <div className="more-sheet">
        <Links pages={pages} />
      </div>
    </details>
  );
}
