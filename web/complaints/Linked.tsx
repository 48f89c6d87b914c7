import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { type Filter, rulebook } from '../api/queries.js';
import { useWords } from '../parts/words.js';
import { sayDate, wallOf } from '../parts/time.js';
import type { FilterKey } from './filter.js';

/** What a figure that led here asks for, each to be taken away: BX · 到场 超时. */
export function Linked({ filter, set }: { filter: Filter; set: (key: FilterKey, value: string) => void }) {
  const words = useWords();
  const { t, term, label } = words;
  const { data: book } = useQuery({ ...rulebook(filter.rulebook ?? ''), enabled: Boolean(filter.rulebook) });
  const [clock = '', state = ''] = (filter.clock ?? '').split(':');
  const [item = '', rating = ''] = (filter.rated ?? '').split(':');
  const says: [FilterKey, string][] = [
    ['open', filter.open ? t(filter.open === 'true' ? 'list.open' : 'list.ended') : ''],
    ['merged', filter.merged ? t(filter.merged === 'true' ? 'list.mergedOnly' : 'list.withoutMerged') : ''],
    ['rulebook', filter.rulebook ? `${filter.rulebook} ${label(book?.title)}` : ''],
    ['clock', clock && `${term('clock', clock)} ${term('deadline', state)}`],
    ['reworked', filter.reworked ? t('panel.rework') : ''],
    ['rated', item && `${label(book?.survey?.[item], item)} ${term('rating', rating)}`],
    [
      'arrivedFrom',
      filter.arrivedFrom ? t('list.arrivedFrom', { date: sayDate(wallOf(filter.arrivedFrom).date, words) }) : '',
    ],
  ];
  const shown = says.filter(([, said]) => said);
  if (shown.length === 0) return null;
  return (
    <p className="linked">
      {shown.map(([key, said]) => (
        <Tag key={key} closable onClose={() => set(key, '')}>
          {said}
        </Tag>
      ))}
    </p>
  );
}
