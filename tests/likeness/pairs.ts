/** The labelled pairs: which complaints are the same matter, in the judgement of a person. */
import { readFileSync } from 'node:fs';
import type { Account } from '../../domain/matter/features.js';
import { type Band, bands, likeness } from '../../domain/matter/likeness.js';

export interface Pair {
  same: boolean;
  /** What makes it easy or tricky: `plain`, `paraphrase`, `building` … */
  kind: string;
  a: Account;
  b: Account;
  line: string;
}

const begun = Date.parse('2026-03-02T09:00:00+08:00');
const day = 86_400_000;

export function pairsOf(file: 'tuning' | 'measuring'): Pair[] {
  const text = readFileSync(new URL(`./${file}.txt`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^(same|other) /.test(line))
    .map((line, i) => pairOf(line, i));
}

function pairOf(line: string, i: number): Pair {
  const [, label, kind = '', rest = ''] = /^(same|other) (\w+): (.*)$/.exec(line) ?? [];
  const [left = '', right = ''] = rest.split(' // ');
  const days = Number(/ \+(\d+)$/.exec(right)?.[1] ?? 5);
  const account = (side: string, at: number, id: string): Account => {
    const [, category = '', said = ''] = /^(\S+) (.*)$/.exec(side.replace(/ \+\d+$/, '')) ?? [];
    const room = /@(\S+)/.exec(said)?.[1];
    const text = said.replace(/@\S+ ?/, '').trim();
    const key = room ? [`room:${room}`] : [];
    return {
      id,
      project: 'p',
      text,
      arrivedAt: at,
      complainant: key,
      ...(category === '-' ? {} : { category }),
      ...(room ? { room } : {}),
    };
  };
  return {
    same: label === 'same',
    kind,
    a: account(left, begun, `a${i}`),
    b: account(right, begun + days * day, `b${i}`),
    line,
  };
}

/** By band: how many pairs came out so, and how many of them are the same. */
export function measure(pairs: Pair[]): Record<Band, { all: number; same: number }> {
  const found = Object.fromEntries(bands.map((band) => [band, { all: 0, same: 0 }])) as Record<
    Band,
    { all: number; same: number }
  >;
  for (const { a, b, same } of pairs) {
    const { band } = likeness(a, b);
    found[band].all++;
    if (same) found[band].same++;
  }
  return found;
}
