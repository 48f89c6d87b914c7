import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { closeNode, node as nodeQuery, type NodeDetails } from '../api/organisation.js';
import { Failure, Loading } from '../parts/States.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { Bases } from './Bases.js';
import { NodeForm } from './NodeForm.js';

/** What a node is, what holds there, and how it was. */
export function NodeCard({ id, choose }: { id: string; choose: (id: string) => void }) {
  const { data, error, isPending, refetch } = useQuery(nodeQuery(id));
  if (isPending) return <Loading />;
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  return data ? <Shown node={data} choose={choose} /> : null;
}

function Shown({ node, choose }: { node: NodeDetails; choose: (id: string) => void }) {
  const { t, term, problem } = useWords();
  const queries = useQueryClient();
  const [form, setForm] = useState<'add' | 'change'>();
  const close = useMutation({
    mutationFn: () => closeNode(node.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['organisation'] }),
  });
  const { name, tier, path = [], rulebook, inherits, closedAt } = node;
  const own = rulebook ?? (inherits ? t('organisation.inherited', { name: inherits }) : t('organisation.none'));
  return (
    <section className="card part node-card" aria-label={name}>
      <p className="faint">
        {path.map((above) => (
          <span key={above.id}>
            <button type="button" className="as-link" onClick={() => choose(above.id)}>
              {above.name}
            </button>
            {' › '}
          </span>
        ))}
      </p>
      <div className="node-head">
        <h2>{name}</h2>
        <Tag>{term('nodeTier', tier)}</Tag>
        {closedAt && <Tag color="default">{t('organisation.closed')}</Tag>}
        {!closedAt && (
          <span className="node-actions">
            {tier !== 'unit' && <Button onClick={() => setForm('add')}>{t('organisation.add')}</Button>}
            <Button onClick={() => setForm('change')}>{t('organisation.change')}</Button>
            {node.parent && (
              <Popconfirm
                title={t('organisation.closeSure', { name })}
                okText={t('organisation.close')}
                cancelText={t('organisation.cancel')}
                onConfirm={() => close.mutate()}
              >
                <Button danger loading={close.isPending}>
                  {t('organisation.close')}
                </Button>
              </Popconfirm>
            )}
          </span>
        )}
      </div>
      {close.error && <Alert type="error" showIcon title={problem(close.error)} />}
      <dl className="node-facts">
        <dt>{t('organisation.id')}</dt>
        <dd className="num">{node.id}</dd>
        {tier !== 'unit' && (
          <>
            <dt>{t('organisation.rulebook')}</dt>
            <dd>{own}</dd>
            <dt>{t('organisation.calendar')}</dt>
            <dd>
              <Link to={`/calendars?node=${encodeURIComponent(node.id)}`}>{t('organisation.calendarLink')}</Link>
            </dd>
          </>
        )}
      </dl>
      {tier === 'project' && <Bases node={node} />}
      <History node={node} />
      {form && <NodeForm node={node} adding={form === 'add'} close={() => setForm(undefined)} choose={choose} />}
    </section>
  );
}

function History({ node }: { node: NodeDetails }) {
  const words = useWords();
  const { t } = words;
  const none = t('organisation.none');
  return (
    <details className="node-history">
      <summary>{t('organisation.history')}</summary>
      <ul>
        {node.history.map(({ from, by, closed, name, parentName, rulebook }) => (
          <li key={from}>
            {t('organisation.historyRow', {
              ...{ from: sayExactly(from, words), name },
              ...{ parent: parentName ?? none, rulebook: rulebook ?? none },
            })}
            {closed && ` · ${t('organisation.closed')}`}
            {by && ` · ${t('organisation.by', { name: by })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
