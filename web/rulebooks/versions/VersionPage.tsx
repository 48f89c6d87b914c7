import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { VersionInFull } from '../../api/shapes.js';
import { version as versionQuery, versions } from '../../api/versions.js';
import { useSession } from '../../app/session.js';
import { useOwnTitle } from '../../app/title.js';
import { Failure, Loading, NotFound } from '../../parts/States.js';
import { sayMoment } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { Backtests } from './Backtests.js';
import { Differences } from './Differences.js';
import { Draft } from './Draft.js';
import { Moves } from './Moves.js';
import { sayForce, StateTag } from './StateTag.js';
import { VersionTools } from './VersionTools.js';
import './versions.css';

/** One version of a rulebook: its text, what it changes, what it would have changed, and its way into force. */
export function VersionPage() {
  const { id = '', version = '' } = useParams();
  const number = Number(version);
  const { data, error, refetch } = useQuery({ ...versionQuery(id, number), enabled: number > 0 });
  useOwnTitle(`${id} ${version}`);
  if (!(number > 0)) return <NotFound />;
  return (
    <div className="page books version-page">
      {data ? (
        <Version key={`${id} ${number}`} version={data} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </div>
  );
}

function Version({ version }: { version: VersionInFull }) {
  const words = useWords();
  const { t, label } = words;
  const { user } = useSession();
  const [params, setParams] = useSearchParams();
  const { id, version: number, state, inForce } = version;
  const { data: all = [] } = useQuery(versions(id));
  const bound = all.find((one) => one.inForce?.now && one.version !== number);
  const against = bound?.version ?? (number > 1 ? number - 1 : undefined);
  const may = (...roles: string[]) => user.roles.some((role) => roles.includes(role));
  const tabs = [
    {
      key: 'text',
      label: t(state === 'draft' && may('admin') ? 'versions.edit' : 'versions.text'),
      children: <Draft version={version} />,
    },
    {
      key: 'differences',
      label: t('versions.differences'),
      children: <Differences version={version} against={against} />,
    },
    ...(may('admin', 'hq', 'company', 'auditor')
      ? [{ key: 'backtest', label: t('versions.backtest'), children: <Backtests version={version} /> }]
      : []),
    ...(inForce?.now && may('hq', 'company')
      ? [{ key: 'moves', label: t('versions.moves'), children: <Moves id={id} version={number} /> }]
      : []),
  ];
  return (
    <>
      <div className="page-head version-head">
        <h1>
          <Link to={`/rulebooks/${id}`}>{label(version.title, id)}</Link>{' '}
          <span className="num">{t('rulebooks.version', { version: number })}</span>
        </h1>
        <StateTag version={version} />
        <span className="faint num">{sayForce(version, words)}</span>
        <VersionTools version={version} />
      </div>
      <p className="version-about">
        {version.origin === 'shipped' ? t('versions.shipped') : version.why}
        <small>
          {t('versions.written', {
            name: version.written.by?.name ?? t('versions.house'),
            at: sayMoment(version.written.at, words),
          })}
          {version.approved?.by &&
            ` · ${t('versions.approvedBy', { name: version.approved.by.name, at: sayMoment(version.approved.at, words) })}`}
          {version.approved?.remarks && ` · ${version.approved.remarks}`}
          {version.withdrawn && ` · ${t('versions.withdrawnBecause', { reason: version.withdrawn.reason })}`}
        </small>
      </p>
      <Tabs
        activeKey={params.get('tab') ?? 'text'}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        items={tabs}
      />
    </>
  );
}
