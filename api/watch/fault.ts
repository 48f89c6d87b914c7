/** What kind of failure words are about. The words themselves may quote anybody's, and are shown to nobody. */
export const faultKinds = ['away', 'silent', 'stored', 'missing', 'program', 'unknown'] as const;
export type FaultKind = (typeof faultKinds)[number];

// the first that fits
const signs: [RegExp, FaultKind][] = [
  [/ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|connection (?:refused|terminated|error|ended)|terminating connection|server closed|starting up|shutting down|unavailable/i, 'away'], // prettier-ignore
  [/time[d ]?\s?out|no answer in time|deadline exceeded|canceling statement|lock timeout|deadlock/i, 'silent'],
  [/projected up to event|cannot follow/i, 'missing'],
  [/violates|duplicate key|invalid input syntax|value too long|out of range|does not exist|null value in column|syntax error at/i, 'stored'], // prettier-ignore
  [/cannot read propert|is not a function|is not iterable|undefined|is not defined|TypeError|ReferenceError|nondeterminism/i, 'program'], // prettier-ignore
];

export const faultIn = (words: string): FaultKind => signs.find(([sign]) => sign.test(words))?.[1] ?? 'unknown';

/** Those who are handed events: of a failure it is told in whose hands. */
export const readerNames = ['matters', 'chronicle', 'notices', 'papers'] as const;
export type ReaderName = (typeof readerNames)[number];

export const readerIn = (words: string): ReaderName | undefined =>
  readerNames.find((name) => words.startsWith(`${name}: `));
