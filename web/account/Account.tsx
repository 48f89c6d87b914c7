import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { account } from '../api/account.js';
import { useSession } from '../app/session.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { PasswordCard } from './PasswordCard.js';
import { FactorCard } from './FactorCard.js';
import { SessionsCard } from './SessionsCard.js';
import { TokensCard } from './TokensCard.js';
import './account.css';

/** 我的账号: password, second factor, sessions, tokens. */
export function AccountPage() {
  const { t } = useWords();
  const { mustChangePassword, mustSetUpSecondFactor } = useSession();
  const { data, error, isPending, refetch } = useQuery(account);
  const first = mustChangePassword ? 'mustChange' : mustSetUpSecondFactor ? 'mustSetUp' : undefined;
  return (
    <div className="page account">
      <div className="page-head">
        <h1>{t('me.title')}</h1>
        <span className="lead">{t('account.lead')}</span>
      </div>
      {first && <Alert type="warning" showIcon title={t(`account.${first}`)} />}
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <>
          {first !== 'mustSetUp' && <PasswordCard account={data} />}
          {first !== 'mustChange' && <FactorCard account={data} />}
          {!first && (
            <>
              <SessionsCard />
              <TokensCard />
            </>
          )}
        </>
      )}
    </div>
  );
}
