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
  return (
    <NavLink to="/inbox" className={({ isActive }) => (isActive ? 'bell active' : 'bell')}>
      <BellOutlined aria-hidden="true" />
      <span>{t('nav.inbox')}</span>
      {count > 0 && (
        <b className="num" aria-label={t('inbox.unreadCount', { count })}>
          {count > 99 ? '99+' : count}
        </b>
      )}
    </NavLink>
  );
}
