import { Button } from 'antd';
import { useState } from 'react';
import type { Account } from '../api/account.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { type What, FactorDialog } from './FactorDialog.js';

const few = 3;

export function FactorCard({ account: { hasPassword, secondFactor } }: { account: Account }) {
  const words = useWords();
  const { t } = words;
  const [what, setWhat] = useState<What>();
  const { on, required, codesLeft, since } = secondFactor;
  return (
    <section className="card account-card">
      <h2>{t('account.factor.title')}</h2>
      <p className="account-lead">
        {on && since ? t('account.factor.on', { at: sayMoment(since, words), n: codesLeft }) : t('account.factor.off')}
        {on && codesLeft < few && <b> {t('account.factor.few')}</b>}
      </p>
      <div className="account-do">
        <Button type={on ? 'default' : 'primary'} onClick={() => setWhat('setUp')}>
          {t(on ? 'account.factor.replace' : 'account.factor.setUp')}
        </Button>
        {on && <Button onClick={() => setWhat('renew')}>{t('account.factor.renew')}</Button>}
        {on && !required && <Button onClick={() => setWhat('remove')}>{t('account.factor.remove')}</Button>}
      </div>
      {what && <FactorDialog what={what} asksPassword={hasPassword} close={() => setWhat(undefined)} />}
    </section>
  );
}
