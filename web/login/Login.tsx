import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { session } from '../api/queries.js';
import { Mark } from '../app/Logo.js';
import { switchLanguage } from '../language/index.js';
import { useWords } from '../parts/words.js';
import { CodeStep } from './CodeStep.js';
import { ProviderButton } from './ProviderButton.js';
import { SignIn } from './SignIn.js';
import './login.css';

export function Login() {
  const { t, zh } = useWords();
  const [search] = useSearchParams();
  const { data: current } = useQuery(session);
  const [half, setHalf] = useState(search.get('step') === 'code');
  const refused = search.get('problem');
  if (current) return <Navigate to={safe(search.get('next'))} replace />;
  return (
    <div className="login">
      <header>
        <Mark size={36} />
        <div>
          <b>{t('brand.name')}</b>
          <span>{t('brand.motto')}</span>
        </div>
        <button type="button" lang={zh ? 'en' : 'zh-CN'} onClick={() => switchLanguage(zh ? 'en' : 'zh')}>
          {t('user.language')}
        </button>
      </header>
      <main>
        {half ? (
          <CodeStep back={() => setHalf(false)} />
        ) : (
          <>
            <h1>{t('login.title')}</h1>
            {refused && (
              <Alert
                type="error"
                showIcon
                role="alert"
                title={t('login.problem')}
                description={t(`signIn.problems.${refused}`, { defaultValue: t('signIn.problems.other') })}
              />
            )}
            <SignIn half={() => setHalf(true)} />
            <ProviderButton next={safe(search.get('next'))} />
          </>
        )}
      </main>
    </div>
  );
}

/** Only to a place of ours. */
// a place of ours: what a browser drops or turns before it reads an address could make another site of it
const safe = (next: string | null): string => (next && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : '/');
