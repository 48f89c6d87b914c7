import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { node as nodeQuery, nodesLike, tops as topsQuery } from '../api/organisation.js';
import { useWords } from '../parts/words.js';

/** A node, found by name or id. */
export function NodeSelect({ id, value, onChange }: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const { t, term } = useWords();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const found = useQuery(nodesLike(asked));
  const tops = useQuery(topsQuery);
  const chosen = useQuery({ ...nodeQuery(value ?? ''), enabled: Boolean(value) });
  const offered = asked === '' ? (tops.data ?? []) : (found.data ?? []);
  const all = new Map([...(chosen.data ? [chosen.data] : []), ...offered].map((one) => [one.id, one]));
  return (
    <Select
      {...(id ? { id } : {})}
      value={value}
      {...(onChange ? { onChange } : {})}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t('organisation.search')}
      notFoundContent={t('organisation.notFound')}
      options={[...all.values()]
        .filter(({ closedAt }) => !closedAt)
        .map((one) => ({ value: one.id, label: `${one.name} · ${term('nodeTier', one.tier)} · ${one.id}` }))}
    />
  );
}
