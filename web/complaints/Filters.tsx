import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select, Tag } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { projects as projectsQuery, rulebook, type Filter } from '../api/queries.js';
import { zh as words } from '../language/zh/index.js';
import { usePhone } from '../app/preferences.js';
import { useWords } from '../parts/words.js';
import type { FilterKey } from './filter.js';
import { Linked } from './Linked.js';

interface Props {
  filter: Filter;
  set: (key: FilterKey, value: string) => void;
  clear: () => void;
  isFiltered: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
}

export function Filters({ filter, set, clear, isFiltered, searchRef }: Props) {
  const { t, term, from } = useWords();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const { data: projects = [] } = useQuery(projectsQuery);
  const { data: book } = useQuery({
    ...rulebook(projects[0]?.rulebook ?? ''),
    enabled: Boolean(projects[0]?.rulebook),
  });
  const terms = (list: 'status' | 'severity' | 'channel') =>
    Object.keys(words[list]).map((value) => ({ value, label: term(list, value) }));
  const choices: [FilterKey, { value: string; label: string }[]][] = [
    ['status', terms('status')],
    ['severity', terms('severity')],
    ['category', Object.keys(book?.categories ?? {}).map((value) => ({ value, label: from(book?.categories, value) }))],
    ['project', projects.map(({ id, name }) => ({ value: id, label: name }))],
    ['channel', terms('channel')],
  ];
  const chosen = Object.keys(filter).filter((key) => key !== 'q').length;
  return (
    <div className="filters" role="search">
      <SearchBox value={filter.q ?? ''} onChange={(q) => set('q', q)} inputRef={searchRef} />
      {phone && (
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {t('list.filters')}
          {chosen > 0 && ` ${chosen}`}
        </Button>
      )}
      {(!phone || open) && (
        <>
          {choices.map(([key, options]) => (
            <Select
              key={key}
              mode="multiple"
              maxTagCount={1}
              maxTagTextLength={5}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t(`list.${key}`)}
              aria-label={t(`list.${key}`)}
              options={options}
              value={filter[key]?.split(',') ?? []}
              onChange={(values: string[]) => set(key, values.join(','))}
              popupMatchSelectWidth={180}
            />
          ))}
          {(['overdue', 'mine'] as const).map((key) => (
            <Checkbox
              key={key}
              checked={filter[key] === 'true'}
              onChange={({ target }) => set(key, target.checked ? 'true' : '')}
            >
              {t(`list.${key}`)}
            </Checkbox>
          ))}
          <Linked filter={filter} set={set} />
          {filter.matter && (
            <Tag closable onClose={() => set('matter', '')}>
              {t('matter.title')}
            </Tag>
          )}
          {isFiltered && (
            <Button type="link" onClick={clear}>
              {t('list.clear')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** Searches as one types, a moment after the last stroke and never in the middle of a composition. */
function SearchBox({
  value,
  onChange,
  inputRef,
}: {
  value: string;
  onChange: (q: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const composing = useRef(false);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => {
      if (!composing.current) onChange(typed.trim());
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <label className="search">
      <SearchOutlined aria-hidden="true" />
      <span className="sr">{t('list.searchLabel')}</span>
      <input
        ref={inputRef}
        type="search"
        value={typed}
        placeholder={t('list.search')}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false;
          setTyped(event.currentTarget.value);
        }}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
