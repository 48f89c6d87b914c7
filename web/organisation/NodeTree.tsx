import { useQueries, useQuery } from '@tanstack/react-query';
import { Input, Tree } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { type Node, node as nodeQuery, nodesLike, nodesUnder } from '../api/organisation.js';
import { useWords } from '../parts/words.js';

interface Props {
  tops: Node[];
  chosen: string | undefined;
  choose: (id: string) => void;
}

interface Branch {
  key: string;
  title: ReactNode;
  isLeaf: boolean;
  children?: Branch[];
}

/** Branch by branch as it is opened; what is long is drawn in a window. */
export function NodeTree({ tops, chosen, choose }: Props) {
  const { t, term } = useWords();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const found = useQuery(nodesLike(asked));
  const place = useQuery({ ...nodeQuery(chosen ?? ''), enabled: chosen !== undefined });
  const [turned, setTurned] = useState<Record<string, boolean>>({});
  // the way to what is chosen is open unless somebody closed it
  const way = [...tops, ...(place.data?.path ?? [])].map(({ id }) => id);
  const open = [...new Set([...way, ...Object.keys(turned)])].filter((id) => turned[id] ?? true);
  const branches = useQueries({ queries: open.map((id) => nodesUnder(id)) });
  const under = Object.fromEntries(open.map((id, i) => [id, branches[i]?.data]));
  const branch = (node: Node): Branch => ({
    key: node.id,
    title: (
      <span className={node.closedAt ? 'node-title closed' : 'node-title'}>
        {node.name}
        <small>{term('nodeTier', node.tier)}</small>
        {node.closedAt && <small>{t('organisation.closed')}</small>}
      </span>
    ),
    isLeaf: node.children === 0 && !under[node.id]?.length,
    ...(under[node.id] ? { children: under[node.id]?.map(branch) ?? [] } : {}),
  });
  return (
    <>
      <Input.Search
        allowClear
        aria-label={t('organisation.search')}
        placeholder={t('organisation.search')}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {asked === '' ? (
        <Tree<Branch>
          aria-label={t('organisation.tree')}
          blockNode
          virtual
          height={560}
          expandedKeys={open}
          onExpand={(_, { node, expanded }) => setTurned((all) => ({ ...all, [node.key]: expanded }))}
          selectedKeys={chosen ? [chosen] : []}
          onSelect={([key]) => key !== undefined && choose(String(key))}
          treeData={tops.map(branch)}
        />
      ) : (
        <ul className="node-found">
          {found.data?.map((node) => (
            <li key={node.id}>
              <button
                type="button"
                onClick={() => {
                  choose(node.id);
                  setWords('');
                }}
              >
                {node.name} <small>{term('nodeTier', node.tier)}</small>
                <small className="faint">{node.path?.map(({ name }) => name).join(' › ')}</small>
              </button>
            </li>
          ))}
          {found.data?.length === 0 && <li className="faint">{t('organisation.notFound')}</li>}
        </ul>
      )}
    </>
  );
}
