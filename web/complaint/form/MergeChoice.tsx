import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { complaints } from '../../api/queries.js';
import type { Complaint } from '../../api/shapes.js';
import { useWords } from '../../parts/words.js';

interface Props {
  complaint: Complaint;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** Finds the complaint that this one goes on in: first those of the same project. */
export function MergeChoice({ complaint, id, value, onChange }: Props) {
  const { term } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useInfiniteQuery(complaints(q ? { q } : { project: complaint.project.id }));
  const found = (data?.pages[0]?.items ?? []).filter((one) => one.id !== complaint.id).slice(0, 30);
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      options={found.map((one) => ({
        value: one.id,
        label: `${one.number} · ${term('status', one.status)} · ${one.excerpt}`,
      }))}
    />
  );
}
