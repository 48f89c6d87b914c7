import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { type Person, person as personQuery } from '../api/organisation.js';
import { useSession } from '../app/session.js';
import { useOwnTitle } from '../app/title.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { AccessOn } from './AccessOn.js';
import { AccountCare } from './AccountCare.js';
import { HandOver } from './HandOver.js';
import { Places } from './Places.js';
import { Substitutions } from './Substitutions.js';
import './organisation.css';

/** Somebody: their account, what they may where, who stands in for them, what they leave behind. */
export function PersonPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(personQuery(id));
  useOwnTitle(data?.name);
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
