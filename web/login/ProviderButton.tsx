import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ways } from '../api/account.js';
import { useWords } from '../parts/words.js';

/** To the identity provider, where there is one. */
export function ProviderButton({ next }: { next: string }) {
  const { t } = useWords();
  const { data } = useQuery(ways);
  if (!data?.provider) return null;
  return (
    <div className="login-provider">
      <p aria-hidden="true">{t('signIn.or')}</p>
      <Button size="large" href={`/api/session/oidc?next=${encodeURIComponent(next)}`}>
        {data.provider.label}
      </Button>
    </div>
  );
}
