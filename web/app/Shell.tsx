import { lazy, Suspense } from 'react';
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import type { Session } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { Bell } from './Bell.js';
import { Mark } from './Logo.js';
import { useFocusKept } from './focus.js';
import { useLive, useOnline } from './live.js';
import { Nav } from './Nav.js';
import { onlyAdmin } from './session.js';
import { UserMenu } from './UserMenu.js';
import './shell.css';

const UnknownSignIns = lazy(async () => ({ default: (await import('./UnknownSignIns.js')).UnknownSignIns }));

export function Shell({ session }: { session: Session }) {
  const { t } = useWords();
  const online = useOnline();
  const { state } = useNavigation();
  // whoever only administers has nothing to hear
  useLive(online && !onlyAdmin(session.user.roles));
  useFocusKept();
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="rail">
        <Link to="/" className="brand">
          <Mark />
          <span>
            <b>{t('brand.name')}</b>
            <small>{t('brand.motto')}</small>
          </span>
        </Link>
        <Bell />
        <Nav session={session} />
        <UserMenu session={session} />
      </header>
      <div className="body">
        {state === 'loading' && <div className="progress" />}
        {!online && (
          <p className="offline" role="status">
            {t('state.offlineBanner')}
          </p>
        )}
        {session.unknownSignIns && session.unknownSignIns.length > 0 && (
          <Suspense>
            <UnknownSignIns session={session} />
          </Suspense>
        )}
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}
