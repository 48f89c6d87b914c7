import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { people } from '../api/organisation.js';
import { useWords } from '../parts/words.js';

interface Props {
  /** Not this one. */
  but: string;
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}

/** Somebody of one's part, found by name or user name. */
export function PersonSelect({ but, id, value, onChange }: Props) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['people', 'like', q],
    queryFn: () => people(q ? { q } : {}),
    placeholderData: (before) => before,
  });
  return (
    <Select
      {...(id ? { id } : {})}
      value={value}
      {...(onChange ? { onChange } : {})}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t('people.search')}
      options={(data?.items ?? [])
        .filter((one) => one.id !== but)
        .map((one) => ({ value: one.id, label: `${one.name} · ${one.username} · ${one.home.name}` }))}
    />
  );
}
