import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { people as peopleQuery, rulebook } from '../api/queries.js';
import type { Labels as Words, Person, Rulebook } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

/** What ids mean here: the rulebook's words and people's names. */
export interface Labels {
  book?: Rulebook;
  people: Person[];
  clauses?: Words;
  category(id?: string): string;
  unit(id?: string): string;
  nature(id?: string, sub?: string): string;
  person(id?: string): string;
  ground(id?: string): string;
  form(id?: string): string;
  path(id?: string): string;
}

export function useLabels(id: string): Labels {
  const { from, label } = useWords();
  const { data: book } = useQuery({ ...rulebook(id), enabled: id !== '' });
  const { data: people } = useQuery(peopleQuery);
  return useMemo(() => {
    const grounds = { ...book?.grounds, ...book?.supervision, ...book?.revisit?.exemptions };
    return {
      book,
      people: people ?? [],
      clauses: book?.clauses,
      category: (one) => from(book?.categories, one),
      unit: (one) => from(book?.units, one),
      nature: (one, sub) => {
        const nature = one ? book?.natures?.[one] : undefined;
        return [label(nature, one), sub && label(nature?.sub?.[sub], sub)].filter(Boolean).join(' · ');
      },
      person: (one) => people?.find(({ id: known }) => known === one)?.name ?? one ?? '',
      ground: (one) => from(grounds, one),
      form: (one) => from(book?.forms, one),
      path: (one) => from(book?.paths, one),
    };
  }, [book, people, from, label]);
}
