/** Which complaints are one matter, by what is linked and what people have said. */

/** `linked` by the machine because it was certain; the rest is a person's word or waits for one. */
export const matchStates = ['suggested', 'linked', 'confirmed', 'undone'] as const;
export type MatchState = (typeof matchStates)[number];

export interface Match {
  a: string;
  b: string;
  score: number;
  state: MatchState;
}

/**
 * Groups complaints. A pair that a person took apart is never in one group, not even through a third: people's links
 * come first, then the machine's, the surest first, and a link that would bring such a pair together joins nothing.
 */
export function groups(ids: readonly string[], matches: readonly Match[]): string[][] {
  const home = new Map(ids.map((id) => [id, [id]]));
  const apart = matches.filter(({ state }) => state === 'undone');
  const links = matches
    .filter(({ state }) => state === 'confirmed' || state === 'linked')
    .sort((x, y) => rank(y) - rank(x) || (x.a + x.b < y.a + y.b ? -1 : 1));
  for (const { a, b } of links) {
    const [here, there] = [home.get(a), home.get(b)];
    if (!here || !there || here === there) continue;
    const both = new Set([...here, ...there]);
    if (apart.some((pair) => both.has(pair.a) && both.has(pair.b))) continue;
    const joined = [...both];
    for (const id of joined) home.set(id, joined);
  }
  return [...new Set(home.values())];
}

const rank = ({ state, score }: Match): number => (state === 'confirmed' ? 2 : 0) + score;

/**
 * What people have said that a new word of theirs would contradict: `together` holds the pair by links that people
 * confirmed, `apart` are pairs taken apart that confirming it would bring together.
 */
export function contradictions(
  pair: { a: string; b: string },
  matches: readonly Match[],
): { together: boolean; apart: Match[] } {
  const words = matches.filter((one) => !isPair(one, pair) && one.state === 'confirmed');
  const ids = [...new Set(matches.flatMap(({ a, b }) => [a, b]).concat(pair.a, pair.b))];
  const found = groups(ids, words);
  const sideOf = (id: string) => found.find((group) => group.includes(id)) ?? [id];
  const [here, there] = [sideOf(pair.a), sideOf(pair.b)];
  const both = new Set([...here, ...there]);
  const apart = matches.filter(
    (one) => one.state === 'undone' && !isPair(one, pair) && both.has(one.a) && both.has(one.b),
  );
  return { together: here === there, apart };
}

const isPair = (one: { a: string; b: string }, { a, b }: { a: string; b: string }): boolean =>
  (one.a === a && one.b === b) || (one.a === b && one.b === a);
