import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Tag } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { people as readPeople } from '../api/organisation.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { PersonForm } from './PersonForm.js';

/** Who belongs to a node or has roles there, by name. */
export function People({ node }: { node: string }) {
  const { t, term, list, colon } = useWords();
  const [words, setWords] = useState('');
  const [all, setAll] = useState(true);
  const [inactive, setInactive] = useState(false);
  const [adding, setAdding] = useState(false);
  const q = useDeferredValue(words.trim());
  const asked = { node, all, inactive, ...(q ? { q } : {}) };
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['people', 'list', asked],
    queryFn: ({ pageParam }) => readPeople(asked, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card part people">
      <div className="node-head">
        <h2>{t('organisation.people')}</h2>
        <span className="node-actions">
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </span>
      </div>
      <div className="people-filter">
        <Input.Search
          allowClear
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          onChange={({ target }) => setWords(target.value)}
        />
        <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
          {t('people.withBelow')}
        </Checkbox>
        <Checkbox checked={inactive} onChange={({ target }) => setInactive(target.checked)}>
          {t('people.withInactive')}
        </Checkbox>
      </div>
      {isPending && <Loading rows={3} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && items.length === 0 && <Empty title={t('people.none')} />}
      <ul className="people-list">
        {items.map(({ id, name, username, active, mustChangePassword, home, memberships }) => (
          <li key={id}>
            <Link to={`/people/${encodeURIComponent(id)}`}>{name}</Link>
            <span className="faint num">{username}</span>
            <span className="people-roles">
              {memberships.length === 0 && <small className="faint">{home.name}</small>}
              {memberships.map((one) => (
                <small key={one.node.id}>
                  {one.node.name + colon + list(one.roles.map((role) => term('role', role)))}
                </small>
              ))}
            </span>
            {!active && <Tag>{t('people.inactive')}</Tag>}
            {active && mustChangePassword && <Tag color="warning">{t('people.mustChange')}</Tag>}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('people.more')}
        </Button>
      )}
      {adding && <PersonForm home={node} close={() => setAdding(false)} />}
    </section>
  );
}
