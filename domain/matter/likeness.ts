/** How likely two complaints are the same matter 同一事项, and why. Pure: it decides nothing, it advises. */
import { comparePlaces } from './compare-places.js';
import { type Account, type Features, featuresOf } from './features.js';

export const bands = ['same', 'doubtful', 'other'] as const;
export type Band = (typeof bands)[number];

export const reasonKinds = [
  'quoted',
  'sameThing',
  'sameFault',
  'sameWords',
  'samePlace',
  'sameComplainant',
  'otherProject',
  'otherTime',
  'otherPlace',
  'otherRoom',
  'otherThing',
  'otherFault',
  'otherCategory',
  'unknownPlace',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** A reason and what it is about: `{kind: 'otherPlace', about: ['3栋', '5栋']}`. */
export interface Reason {
  kind: ReasonKind;
  about?: string[];
}

export interface Likeness {
  /** 0 … 1 */
  score: number;
  band: Band;
  reasons: Reason[];
}

/** Two complaints further apart than this are two matters, however alike. */
export const monthMilliseconds = 31 * 86_400_000;

/** From this score on it is the same, or a person is asked. */
export const thresholds = { same: 0.75, doubtful: 0.4 };

/** Compares two complaints; either order, the same answer. */
export function likeness(
  a: Account,
  b: Account,
  featuresA: Features = featuresOf(a),
  featuresB: Features = featuresOf(b),
): Likeness {
  if (a.project !== b.project) return other({ kind: 'otherProject' });
  if (Math.abs(a.arrivedAt - b.arrivedAt) > monthMilliseconds) return other({ kind: 'otherTime' });
  const reasons: Reason[] = [];
  const quoted = quotes(a, b) || quotes(b, a);
  if (quoted) reasons.push({ kind: 'quoted' });
  const words = overlap(featuresA, featuresB);
  const thing = compare(featuresA.things, featuresB.things);
  const fault = compare(featuresA.faults, featuresB.faults);
  const place = comparePlaces(featuresA, featuresB);
  const sameOne = a.complainant.some((key) => b.complainant.includes(key));
  const sameCategory = !a.category || !b.category || a.category === b.category;

  let score = words * weights.words;
  if (thing.shared.length > 0) score += weights.sameThing * (0.5 + thing.part / 2);
  if (fault.shared.length > 0) score += weights.sameFault * (0.5 + fault.part / 2);
  else if (fault.known) score += weights.otherFault;
  if (thing.shared.length > 0) reasons.push({ kind: 'sameThing', about: thing.shared });
  else if (thing.known) reasons.push({ kind: 'otherThing', about: thing.apart });
  if (fault.shared.length > 0) reasons.push({ kind: 'sameFault', about: fault.shared });
  else if (fault.known) reasons.push({ kind: 'otherFault', about: fault.apart });
  if (words >= 0.5) reasons.push({ kind: 'sameWords' });
  if (sameOne) reasons.push({ kind: 'sameComplainant' });
  if (!sameCategory) reasons.push({ kind: 'otherCategory' });
  reasons.push(...place.reasons);
  if (sameOne) score += weights.sameComplainant;
  if (place.same) score += weights.samePlace;
  if (place.apart) score = Math.min(score * weights.elsewhere, thresholds.doubtful - 0.05);
  if (thing.known && thing.shared.length === 0) score *= weights.otherThing;
  // the same words apart from place, or no place known at all: a person looks at it
  if (!place.known && !quoted) score = Math.min(score, thresholds.same - 0.01);
  if (!sameCategory) score = Math.min(score * weights.otherCategory, quoted ? 1 : thresholds.same - 0.01);
  if (quoted && !place.apart) score = Math.max(score, 0.9);
  score = Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
  return { score, band: bandOf(score), reasons };
}

const weights = {
  words: 0.6,
  sameThing: 0.3,
  otherThing: 0.45,
  sameFault: 0.24,
  otherFault: -0.2,
  samePlace: 0.26,
  sameComplainant: 0.08,
  elsewhere: 0.35,
  otherCategory: 0.9,
};

export const bandOf = (score: number): Band =>
  score >= thresholds.same ? 'same' : score >= thresholds.doubtful ? 'doubtful' : 'other';

const other = (reason: Reason): Likeness => ({ score: 0, band: 'other', reasons: [reason] });

const quotes = (a: Account, b: Account): boolean =>
  b.number !== undefined && b.number.length >= 6 && a.text.includes(b.number);

interface Compared {
  /** Both say something. */
  known: boolean;
  shared: string[];
  apart: string[];
  /** 0 … 1: how much of the shorter list is shared. */
  part: number;
}

function compare(a: Set<string>, b: Set<string>): Compared {
  const shared = [...a].filter((one) => b.has(one));
  const apart = [...new Set([...a, ...b])].filter((one) => !shared.includes(one));
  const known = a.size > 0 && b.size > 0;
  return { known, shared, apart, part: shared.length / Math.max(1, Math.min(a.size, b.size)) };
}

/** Weighted: what of the shorter is in the longer, tempered by what both have. */
function overlap({ grams: a }: Features, { grams: b }: Features): number {
  const [sumA, sumB] = [total(a), total(b)];
  if (sumA === 0 || sumB === 0) return 0;
  let both = 0;
  for (const [gram, weight] of a) if (b.has(gram)) both += weight;
  return 0.6 * (both / Math.min(sumA, sumB)) + 0.4 * ((2 * both) / (sumA + sumB));
}

const total = (grams: Map<string, number>): number => [...grams.values()].reduce((sum, one) => sum + one, 0);
