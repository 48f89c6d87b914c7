import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { savedStorylines } from '../api/rehearsals.js';
import { useWords } from '../parts/words.js';
import { titleIn } from './story.js';

interface Props {
  rulebook: string;
  examples: { name: string; title: string }[];
  /** An example's name, `saved` and an id, or nothing for one that is made up here. */
  value: string;
  choose: (value: string) => void;
}

/** One of one's own, a kept one, a shared one, or one of the rulebook's. */
export function Choice({ rulebook, examples, value, choose }: Props) {
  const { t, zh } = useWords();
  const { data: saved = [] } = useQuery(savedStorylines(rulebook));
  const kept = (mine: boolean) =>
    saved
      .filter((one) => one.mine === mine)
      .map(({ id, name, by }) => ({ value: `saved ${id}`, label: mine ? name : `${name} · ${by.name}` }));
  const groups = [
    { label: t('stories.mine'), options: kept(true) },
    { label: t('stories.shared'), options: kept(false) },
    {
      label: t('stories.examples'),
      options: examples.map(({ name, title }) => ({ value: name, label: titleIn(title, zh) })),
    },
  ];
  return (
    <label>
      <span>{t('rehearsal.example')}</span>
      <Select
        aria-label={t('rehearsal.example')}
        value={value}
        onChange={choose}
        showSearch={{ optionFilterProp: 'label' }}
        options={[{ value: '', label: t('rehearsal.own') }, ...groups.filter(({ options }) => options.length > 0)]}
      />
    </label>
  );
}
