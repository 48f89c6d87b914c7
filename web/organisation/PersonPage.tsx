import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  deactivate,
  type OneTimePassword,
  type Person,
  person as personQuery,
  reactivate,
  resetPassword,
} from '../api/organisation.js';
import { useSession } from '../app/session.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { AccessOn } from './AccessOn.js';
import { HandOver } from './HandOver.js';
import { OneTime } from './OneTime.js';
import { Places } from './Places.js';
import { Substitutions } from './Substitutions.js';
import './organisation.css';

/** Somebody: their account, what they may where, who stands in for them, what they leave behind. */
export function PersonPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(personQuery(id));
  if (isPending) return <Loading />;
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  return data ? <Shown person={data} /> : null;
}

function Shown({ person }: { person: Person }) {
  const { t } = useWords();
  const { user } = useSession();
  const { id, name, username, active, mustChangePassword, home } = person;
  const own = user.id === id;
  return (
    <div className="page person">
      <p>
        <Link to={`/organisation?node=${encodeURIComponent(home.id)}`}>{t('people.back')}</Link>
      </p>
      <div className="page-head">
        <h1>{name}</h1>
        <span className="lead num">
          {username} · {home.name}
        </span>
        {!active && <Tag>{t('people.inactive')}</Tag>}
        {active && mustChangePassword && <Tag color="warning">{t('people.mustChange')}</Tag>}
      </div>
      <Places person={person} fixed={own || !active} />
      <Substitutions person={person} fixed={own || !active} />
      <HandOver person={person} fixed={own} />
      {!own && <AccountCare person={person} />}
      <AccessOn user={id} />
    </div>
  );
}

function AccountCare({ person: { id, name, active, work } }: { person: Person }) {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const [made, setMade] = useState<OneTimePassword>();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }) };
  const reset = useMutation({ mutationFn: () => resetPassword(id), onSuccess: setMade, ...after });
  const end = useMutation({ mutationFn: () => deactivate(id), ...after });
  const again = useMutation({ mutationFn: () => reactivate(id), ...after });
  const failure = reset.error ?? end.error ?? again.error;
  return (
    <section className="card part">
      <h2>{t('people.account')}</h2>
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
      {made && <OneTime passwords={[made]} close={() => setMade(undefined)} />}
    </section>
  );
}
