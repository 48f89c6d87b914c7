import { CheckOutlined, DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { client } from '../api/client.js';
import { session as sessionQuery } from '../api/queries.js';
import type { Session } from '../api/shapes.js';
import { switchLanguage } from '../language/index.js';
import { useWords } from '../parts/words.js';
import { type Light, prefer, usePreferences } from './preferences.js';

const lights: Light[] = ['system', 'light', 'dark'];

export function UserMenu({ session: { user } }: { session: Session }) {
  const { t, term, zh } = useWords();
  const { light } = usePreferences();
  const signOut = useSignOut();
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
        <summary className="me" aria-label={t('user.menu', { name: user.name })}>
          <span className="face" aria-hidden="true">
            {user.name.slice(0, 1)}
          </span>
          <span className="who">
            <b>{user.name}</b>
            <small>
              {user.roles.map((role) => term('role', role)).join(zh ? '、' : ', ')} · {user.node.name}
            </small>
          </span>
          <DownOutlined aria-hidden="true" />
        </summary>
        {/* focusable, so that a click within does not count as leaving */}
        <div className="user-menu card" tabIndex={-1}>
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

function useSignOut(): () => void {
  const queries = useQueryClient();
  return () => {
    const gone = client.DELETE('/api/session').catch(() => undefined);
    void gone.then(() => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    });
  };
}
