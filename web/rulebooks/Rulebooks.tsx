import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { rulebooks } from '../api/queries.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import './rulebooks.css';

export function Rulebooks() {
  const { t, label } = useWords();
  const { data, error, isPending, refetch } = useQuery(rulebooks);
  return (
    <div className="page books">
      <div className="page-head">
        <h1>{t('rulebooks.title')}</h1>
        <span className="lead">{t('rulebooks.lead')}</span>
      </div>
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={t('rulebooks.empty')} />}
      {data && data.length > 0 && (
        <ul className="card">
          {data.map(({ id, title, version, source }) => (
            <li key={id} className="book">
              <Link to={`/rulebooks/${id}`}>{label(title, id)}</Link>
              <span className="faint num">
                {id} · {t('rulebooks.version', { version })}
                {source ? ` · ${t('rulebooks.source', { source })}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
