import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { allRulebooks, rulebooks } from '../api/queries.js';
import { useSession } from '../app/session.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Begin } from './Begin.js';
import './rulebooks.css';

/** The rulebooks in force; for who writes or approves them, also those that are only drafted. */
export function Rulebooks() {
  const { t, label } = useWords();
  const { roles } = useSession().user;
  const writes = roles.includes('admin');
  const { data, error, isPending, refetch } = useQuery(writes || roles.includes('hq') ? allRulebooks : rulebooks);
  const [beginning, setBeginning] = useState(false);
  return (
    <div className="page books">
      <div className="page-head">
        <h1>{t('rulebooks.title')}</h1>
        <span className="lead">{t('rulebooks.lead')}</span>
        {writes && data && (
          <Button className="end" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setBeginning(true)}>
            {t('versions.new')}
          </Button>
        )}
      </div>
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={t('rulebooks.empty')} />}
      {data && data.length > 0 && (
        <ul className="card">
          {data.map(({ id, title, version, source, inForce, drafts }) => (
            <li key={id} className="book">
              <Link to={`/rulebooks/${id}`}>{label(title, id)}</Link>
              {!inForce && <Tag color="warning">{t('versions.notInForce')}</Tag>}
              {(writes || roles.includes('hq')) && drafts > 0 && <Tag>{t('versions.drafts', { count: drafts })}</Tag>}
              <span className="faint num">
                {id} · {t('rulebooks.version', { version })}
                {source ? ` · ${t('rulebooks.source', { source })}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      {beginning && data && (
        <Begin
          bases={data.map(({ id, version, title }) => ({ id, version, title: label(title, id) }))}
          close={() => setBeginning(false)}
        />
      )}
    </div>
  );
}
