import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { acts as actsQuery } from '../api/queries.js';
import { isProblem } from '../api/problem.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';

const kinds = ['signIn', 'account', 'look', 'audit', 'organisation', 'regime', 'work', 'house'];

/** What people did beside the commands of complaints; for auditors alone. */
export function Acts() {
  const words = useWords();
  const { t, term } = words;
  const [user, setUser] = useState('');
  const [kind, setKind] = useState('');
  const [about, setAbout] = useState('');
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    actsQuery({ ...(user ? { user } : {}), ...(kind ? { kind } : {}), ...(about ? { about } : {}) }),
  );
  if (isProblem(error) && error.status === 403) return null;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card part acts">
      <div className="verdict-head">
        <h2>{t('acts.title')}</h2>
        <Select
          aria-label={t('acts.which')}
          className="acts-kind"
          value={kind}
          onChange={setKind}
          options={[
            { value: '', label: t('acts.all') },
            ...kinds.map((value) => ({ value, label: term('actKind', value) })),
          ]}
        />
        <Input.Search
          allowClear
          placeholder={t('acts.user')}
          aria-label={t('acts.user')}
          onSearch={(value) => setUser(value.trim())}
        />
        <Input.Search
          allowClear
          placeholder={t('acts.about')}
          aria-label={t('acts.about')}
          onSearch={(value) => setAbout(value.trim())}
        />
      </div>
      <p className="faint">{t('acts.lead')}</p>
      {isPending && <Loading rows={3} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && items.length === 0 && <Empty title={t('acts.empty')} />}
      <ul>
        {items.map(({ id, at, name, act, about }) => (
          <li key={id}>
            <time className="num faint" dateTime={at}>
              {sayExactly(at, words)}
            </time>
            <b>{name}</b>
            <span>{term('act', act)}</span>
            <About about={about} act={act} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('acts.more')}
        </Button>
      )}
    </section>
  );
}

function About({ about, act }: { about: Record<string, unknown>; act: string }) {
  const { term } = useWords();
  // a session's id and what was sent along tell a reader nothing
  const { fields: _, session: __, strong: ___, number, reason, ...rest } = about;
  // a look at who complained: which complaint, and why
  if (typeof number === 'string' && typeof rest.id === 'string') {
    return (
      <span>
        <Link to={`/complaints/${rest.id}`} className="num">
          {number}
        </Link>{' '}
        {typeof reason === 'string' && reason}
      </span>
    );
  }
  const shown = Object.entries({ ...rest, ...(reason === undefined ? {} : { reason }) }).map(([name, value]) => {
    const said = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
    if (name === 'via' && act === 'logIn') return <span key={name}>{term('signInBy', said)}</span>;
    const isComplaint = name === 'id' && /^[0-9a-f]{8}-[0-9a-f]{4}-8/.test(said);
    return <code key={name}>{isComplaint ? <Link to={`/complaints/${said}`}>{said.slice(0, 8)}</Link> : said}</code>;
  });
  return <span className="acts-about">{shown}</span>;
}
