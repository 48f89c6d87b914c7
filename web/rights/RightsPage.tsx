import { useQuery } from '@tanstack/react-query';
import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { rulebook as rulebookQuery, rulebooks } from '../api/queries.js';
import { rights, type Role } from '../api/rights.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Routes } from './Routes.js';
import { Table } from './Table.js';
import './rights.css';

const usual = 'WY';
const rules = ['accused', 'substitute', 'ownWork', 'elsewhere', 'complainant'];

/** Who may do what: worked out by the very function that decides. */
export function RightsPage() {
  const { t, term, label } = useWords();
  const [asked, ask] = useSearchParams();
  const [sought, seek] = useState('');
  const id = asked.get('rulebook') ?? usual;
  const role = asked.get('role') as Role | null;
  const isRoutes = asked.get('of') === 'routes';
  const books = useQuery(rulebooks);
  const book = useQuery(rulebookQuery(id));
  const { data, error, refetch } = useQuery(rights(id));
  const set = (name: string, value: string | undefined) =>
    ask(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  const roles = data?.roles.filter((one) => !role || one === role) ?? [];
  return (
    <div className="page rights">
      <div className="page-head">
        <h1>{t('rights.title')}</h1>
        <span className="lead">{t('rights.lead')}</span>
      </div>
      <div className="rights-choice">
        <Segmented
          value={isRoutes ? 'routes' : 'work'}
          onChange={(of) => set('of', of === 'routes' ? of : undefined)}
          options={['work', 'routes'].map((value) => ({ value, label: t(`rights.of.${value}`) }))}
        />
        {!isRoutes && (
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={id}
            onChange={(value) => set('rulebook', value)}
            aria-label={t('rights.rulebook')}
            className="rights-book"
            options={
              books.data?.map((one) => ({ value: one.id, label: `${one.id} ${label(one.title, one.id)}` })) ?? []
            }
          />
        )}
        <Select
          value={role ?? ''}
          onChange={(value) => set('role', value || undefined)}
          aria-label={t('rights.role')}
          className="rights-role"
          options={[
            { value: '', label: t('rights.everyRole') },
            ...(data?.roles ?? []).map((one) => ({ value: one, label: term('role', one) })),
          ]}
        />
        <Input
          allowClear
          value={sought}
          onChange={({ target }) => seek(target.value)}
          placeholder={t(isRoutes ? 'rights.seek' : 'rights.seekRow')}
          aria-label={t(isRoutes ? 'rights.seek' : 'rights.seekRow')}
          className="rights-seek"
        />
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && isRoutes && <Routes routes={data.routes} roles={roles} sought={sought} />}
      {data && !isRoutes && (
        <>
          <dl className="rights-rules">
            {rules.map((name) => (
              <div key={name}>
                <dt>{t(`rights.rule.${name}.of`)}</dt>
                <dd>{t(`rights.rule.${name}.says`)}</dd>
              </div>
            ))}
          </dl>
          <Table table={data} book={book.data} roles={roles} sought={sought} />
          <p className="faint rights-foot">
            {label(data.rulebook.title, id)} · {t('rulebooks.version', { version: data.rulebook.version })} ·{' '}
            {t('rights.foot')}
          </p>
        </>
      )}
    </div>
  );
}
