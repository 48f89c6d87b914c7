import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { unread } from '../api/notices.js';
import { useWords } from '../parts/words.js';
import './bell.css';

/** The way to the inbox, with how much in it is unread. */
export function Bell() {
  const { t } = useWords();
  const { data: count = 0 } = useQuery(unread);
  const waiting = count > 99 ? t('inbox.unreadMany') : count > 0 ? t('inbox.unreadCount', { count }) : '';
  return (
    <NavLink
      to="/inbox"
      className={({ isActive }) => (isActive ? 'bell active' : 'bell')}
      aria-label={[t('nav.inbox'), waiting].filter(Boolean).join(' ')}
    >
      <BellOutlined aria-hidden="true" />
      <span>{t('nav.inbox')}</span>
      {count > 0 && <b className="num">{count > 99 ? '99+' : count}</b>}
    </NavLink>
  );
}
