export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const most = 1500;

/** What changed between two texts, word by word: Chinese has no spaces, so words come from the browser's segmenter. */
export function diff(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > most || b.length > most) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return merged(walk(a, b, common(a, b)));
}

function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Lengths of the longest common subsequence of every pair of tails. */
function common(a: string[], b: string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] as Uint16Array;
    const below = table[i + 1] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function* walk(a: string[], b: string[], table: Uint16Array[]): Generator<Piece> {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      yield { kind: 'same', text: a[i++] ?? '' };
      j++;
    } else if (i < a.length && (j >= b.length || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      yield { kind: 'removed', text: a[i++] ?? '' };
    } else {
      yield { kind: 'added', text: b[j++] ?? '' };
    }
  }
}

function merged(pieces: Iterable<Piece>): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else out.push({ ...piece });
  }
  return out;
}
