import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { deactivate, type OneTimePassword, type Person, reactivate, resetPassword } from '../api/organisation.js';
import { useWords } from '../parts/words.js';
import { EmailLine } from './EmailLine.js';
import { FactorReset } from './FactorReset.js';
import { OneTime } from './OneTime.js';

/** How somebody is let in, and no longer let in. */
export function AccountCare({ person }: { person: Person }) {
  const { id, name, active, work, secondFactor } = person;
  const { t, problem, colon } = useWords();
  const queries = useQueryClient();
  const [made, setMade] = useState<OneTimePassword>();
  const [resetting, setResetting] = useState(false);
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }) };
  const reset = useMutation({ mutationFn: () => resetPassword(id), onSuccess: setMade, ...after });
  const end = useMutation({ mutationFn: () => deactivate(id), ...after });
  const again = useMutation({ mutationFn: () => reactivate(id), ...after });
  const failure = reset.error ?? end.error ?? again.error;
  return (
    <section className="card part">
      <h2>{t('people.account')}</h2>
      <EmailLine person={person} />
      <p>{t('people.factor') + colon + t(secondFactor ? 'people.factorOn' : 'people.factorOff')}</p>
      {active && work > 0 && <p className="faint">{t('people.deactivateFirst')}</p>}
      <div className="account-ways">
        {active ? (
          <>
            <Popconfirm
              title={t('people.resetSure', { name })}
              okText={t('people.reset')}
              cancelText={t('organisation.cancel')}
              onConfirm={() => reset.mutate()}
            >
              <Button loading={reset.isPending}>{t('people.reset')}</Button>
            </Popconfirm>
            {secondFactor && <Button onClick={() => setResetting(true)}>{t('people.resetFactor')}</Button>}
            <Popconfirm
              title={t('people.deactivateSure', { name })}
              okText={t('people.deactivate')}
              cancelText={t('organisation.cancel')}
              onConfirm={() => end.mutate()}
              disabled={work > 0}
            >
              <Button danger disabled={work > 0} loading={end.isPending}>
                {t('people.deactivate')}
              </Button>
            </Popconfirm>
          </>
        ) : (
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t('people.reactivate')}
          </Button>
        )}
      </div>
      {failure && <Alert type="error" showIcon title={problem(failure)} />}
      {resetting && <FactorReset person={person} close={() => setResetting(false)} />}
      {made && <OneTime passwords={[made]} close={() => setMade(undefined)} />}
    </section>
  );
}
