import type { BoardView } from '../api/shapes.js';

type Place = BoardView['places'][number];

export const sum = (
  places: Place[],
  of: 'open' | 'overdue' | 'hot' | 'major' | 'received' | 'kept' | 'asked',
): number => places.reduce((all, place) => all + place[of], 0);

/** 97.5%: as exact as one decimal tells; nothing was asked: nothing can be said. */
export const percent = (kept: number, asked: number): string | undefined =>
  asked === 0 ? undefined : `${Math.round((kept / asked) * 1000) / 10}%`;

// an address that lists every project of a large company is no address any more
const most = 60;

/** The list of the same complaints; undefined where there are too many projects to name. */
export function listOf({ path, places }: BoardView, query: Record<string, string>): string | undefined {
  const projects = path.length === 1 ? [] : places.flatMap((place) => place.projects);
  return listIn(projects, query);
}

export function listIn(projects: string[], query: Record<string, string>): string | undefined {
  if (projects.length > most) return undefined;
  const asked = new URLSearchParams({ ...query, ...(projects.length > 0 ? { project: projects.join(',') } : {}) });
  return `/complaints?${asked.toString()}`;
}
