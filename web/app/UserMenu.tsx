import { CheckOutlined, DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { Link } from 'react-router';
import { logOut } from '../api/account.js';
import { session as sessionQuery } from '../api/queries.js';
import type { Session } from '../api/shapes.js';
import { switchLanguage } from '../language/index.js';
import { useWords } from '../parts/words.js';
import { type Light, prefer, usePreferences } from './preferences.js';

const lights: Light[] = ['system', 'light', 'dark'];

export function UserMenu({ session }: { session: Session }) {
  const { user } = session;
  const { t, term, zh } = useWords();
  const { light } = usePreferences();
  const signOut = useSignOut(session);
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => box.current?.removeAttribute('open');
  const left = ({ relatedTarget }: FocusEvent) => {
    if (!box.current?.contains(relatedTarget)) close();
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    close();
    box.current?.querySelector('summary')?.focus();
  };
  return (
    <div className="user">
      <button
        type="button"
        className="language"
        lang={zh ? 'en' : 'zh-CN'}
        onClick={() => switchLanguage(zh ? 'en' : 'zh')}
      >
        {t('user.language')}
      </button>
      <details ref={box} onBlur={left} onKeyDown={escape}>
        <summary className="me">
          <span className="face" aria-hidden="true">
            {user.name.slice(0, 1)}
          </span>
          <span className="who">
            <b>{user.name}</b>
            <small>
              {user.roles.map((role) => term('role', role)).join(zh ? '、' : ', ')} · {user.node.name}
            </small>
          </span>
          <span className="sr">{t('user.menu', { name: user.name })}</span>
          <DownOutlined aria-hidden="true" />
        </summary>
        {/* focusable, so that a click within does not count as leaving */}
        <div className="user-menu card" tabIndex={-1}>
          <Link to="/account" onClick={close}>
            {t('me.menu')}
          </Link>
          <hr />
          <p>{t('user.light')}</p>
          {lights.map((one) => (
            <button key={one} type="button" aria-pressed={one === light} onClick={() => prefer({ light: one })}>
              {t(`user.${one === 'light' ? 'bright' : one}`)}
              {one === light && <CheckOutlined aria-hidden="true" />}
            </button>
          ))}
          <hr />
          <button type="button" onClick={signOut}>
            {t('user.signOut')}
          </button>
        </div>
      </details>
    </div>
  );
}

function useSignOut(session: Session): () => void {
  const queries = useQueryClient();
  return () =>
    void logOut(session).then((onwards) => {
      if (onwards) return location.assign(onwards);
      queries.setQueryData(sessionQuery.queryKey, null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    });
}
