import {
  ApiOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  FileTextOutlined,
  NotificationOutlined,
  PlayCircleOutlined,
  PlusOutlined,
  SafetyCertificateOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import type { Session } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { Bell } from './Bell.js';
import { Mark } from './Logo.js';
import { useLive, useOnline } from './live.js';
import { onlyAdmin } from './session.js';
import { UserMenu } from './UserMenu.js';
import './shell.css';

export function Shell({ session }: { session: Session }) {
  const { t } = useWords();
  const online = useOnline();
  const { state } = useNavigation();
  useLive(online);
  const pages = pagesFor(session);
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
        <nav aria-label={t('nav.main')} className="nav">
          {pages.map(({ to, name, icon }) => (
            <NavLink key={to} to={to} end={to === '/complaints'}>
              {icon}
              <span>{t(`nav.${name}`)}</span>
            </NavLink>
          ))}
        </nav>
        <UserMenu session={session} />
      </header>
      <div className="body">
        {state === 'loading' && <div className="progress" />}
        {!online && (
          <p className="offline" role="status">
            {t('state.offlineBanner')}
          </p>
        )}
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}

interface Page {
  to: string;
  name: string;
  icon: ReactNode;
}

function pagesFor({ commands, user }: Session): Page[] {
  const all: (Page & { shown: boolean })[] = [
    { to: '/tasks', name: 'tasks', icon: <CarryOutOutlined />, shown: !onlyAdmin(user.roles) },
    { to: '/complaints', name: 'complaints', icon: <UnorderedListOutlined />, shown: !onlyAdmin(user.roles) },
    { to: '/complaints/new', name: 'file', icon: <PlusOutlined />, shown: commands.includes('file') },
    {
      to: '/bulletins',
      name: 'bulletins',
      icon: <NotificationOutlined />,
      shown: !onlyAdmin(user.roles),
    },
    { to: '/duties', name: 'duties', icon: <FileTextOutlined />, shown: !onlyAdmin(user.roles) },
    {
      to: '/figures',
      name: 'figures',
      icon: <BarChartOutlined />,
      shown: user.roles.some((role) => !['reception', 'handler', 'admin'].includes(role)),
    },
    { to: '/rulebooks', name: 'rulebooks', icon: <BookOutlined />, shown: true },
    { to: '/calendars', name: 'calendars', icon: <CalendarOutlined />, shown: true },
    {
      to: '/notice-channels',
      name: 'channels',
      icon: <ApiOutlined />,
      shown: user.roles.includes('admin'),
    },
    { to: '/rehearsal', name: 'rehearsal', icon: <PlayCircleOutlined />, shown: true },
    {
      to: '/proof',
      name: 'proof',
      icon: <SafetyCertificateOutlined />,
      shown: user.roles.some((role) => role === 'auditor' || role === 'hq'),
    },
    { to: '/watch', name: 'watch', icon: <DashboardOutlined />, shown: user.roles.includes('admin') },
  ];
  return all.filter(({ shown }) => shown);
}
