import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter } from '../api/queries.js';

export const filterKeys = [
  'q',
  'status',
  'severity',
  'category',
  'project',
  'channel',
  'overdue',
  'open',
  'merged',
  'mine',
  'matter',
  'rulebook',
  'clock',
  'reworked',
  'rated',
  'arrivedFrom',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** The filter lives in the address: it can be shared, and Back brings it back. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => {
    const given = filterKeys.flatMap((key): [FilterKey, string][] => {
      const value = search.get(key);
      return value ? [[key, value]] : [];
    });
    return Object.fromEntries<string>(given) satisfies Filter;
  }, [search]);
  const set = useCallback(
    (key: FilterKey, value: string) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value) next.set(key, value);
          else next.delete(key);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const clear = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  return { filter, set, clear, isFiltered: Object.keys(filter).length > 0 };
}
