import type { Content } from 'pdfmake';
import { drawable } from './glyphs.js';

/** Longer than this without a place to break, a word is broken anywhere. */
const longest = 24;
const unbroken = new RegExp(`([\\x21-\\x7e]{${longest},})`);

type Run = { text: string; wordBreak?: 'break-all' };

/** Text as the PDF takes it: only ever text, never a reference to a file or an address. */
export function runs(text: string): string | Run[] {
  const parts = drawable(text).split(unbroken);
  if (parts.length === 1) return parts[0] ?? '';
  return parts
    .filter(Boolean)
    .map((part) => (unbroken.test(part) ? { text: part, wordBreak: 'break-all' } : { text: part }));
}

/** A piece of content with this text and look. */
export const piece = (text: string, look: object = {}): Content => ({ text: runs(text), ...look });
