import type { Label, Rulebook } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { sayHoliday } from '../parts/holiday.js';
import { useWords } from '../parts/words.js';

interface Row {
  id: string;
  label: Label;
  clauses: string[];
  says: string[];
  reading?: Label;
}

/** What only some regulations have: who pays, other parties, instances, outcomes, the survey, figures, duty. */
export const particularParts = [
  'outcomes',
  'instances',
  'payers',
  'paths',
  'survey',
  'service',
  'dutyPeriods',
] as const;
export type ParticularPart = (typeof particularParts)[number];

export function Particulars({ part, book }: { part: ParticularPart; book: Rulebook }) {
  const { t, label } = useWords();
  return (
    <ul className="book-list">
      {useRows(part, book).map(({ id, label: name, clauses, says, reading }) => (
        <li key={id}>
          <span>{label(name, part === 'service' ? t(`figures.figure.${id}`) : id)}</span>
          {says.length > 0 && <span className="faint"> {says.join(' · ')}</span>}{' '}
          <Clauses ids={clauses} texts={book.clauses} />
          {reading && (
            <small className="faint">
              {' '}
              {t('rulebooks.reading')} · {label(reading)}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}

function useRows(part: ParticularPart, book: Rulebook): Row[] {
  const words = useWords();
  const { t, term, label, list } = words;
  const sheet = (kind?: string) => (kind ? [t('panel.bySheet', { sheet: label(book.forms?.[kind], kind) })] : []);
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  const rows = <T extends { clauses: string[] }>(
    of: Record<string, T> | undefined,
    says: (one: T) => string[],
  ): Row[] =>
    Object.entries(of ?? {}).map(([id, one]) => ({
      id,
      label: one,
      clauses: one.clauses,
      says: says(one),
      ...('reading' in one ? { reading: one.reading as Label } : {}),
    }));
  switch (part) {
    case 'outcomes':
    case 'survey':
      return rows(book[part], () => []);
    case 'instances':
      return rows(book.instances, ({ outside }) => (outside ? [t('rulebooks.outside')] : []));
    case 'payers':
      return rows(book.payers, (one) => [...(one.priceFirst ? [t('rulebooks.priceFirst')] : []), ...sheet(one.sheet)]);
    case 'paths':
      return rows(book.paths, ({ way, party, sheet: kind }) => [
        t('panel.way', { way: term('pathWay', way), party: label(party) }),
        ...sheet(kind),
      ]);
    case 'service':
      return rows(book.service, ({ least, most }) =>
        least !== undefined
          ? [t('figures.least', { share: percent(least) })]
          : most !== undefined
            ? [t('figures.most', { share: percent(most) })]
            : [],
      );
    case 'dutyPeriods':
      return rows(book.dutyPeriods, ({ holidays, from, to }) => [
        holidays === true
          ? t('rulebooks.allHolidays')
          : ((holidays && list(holidays.map((name) => sayHoliday(name, words)))) ??
            t('rulebooks.fromTo', { from: from ?? '', to: to ?? '' })),
      ]);
  }
}
