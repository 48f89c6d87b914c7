import { draws } from './fonts.js';

// joiners, variation selectors, skin tones and tags: they only shape the letter before them
const shaping = /\u200b|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]/gu;
const known = new Map<string, string>();

/**
 * A text in letters that the font has. One that it has not is told by its code point, `〔U+20BB7〕`: an empty box would
 * hide that something stood there, and whose name it was.
 */
export function drawable(text: string): string {
  let out = '';
  for (const letter of text.replace(shaping, '')) out += drawn(letter);
  return out;
}

function drawn(letter: string): string {
  let found = known.get(letter);
  if (found === undefined) {
    const code = letter.codePointAt(0) ?? 0;
    found = letter === '\n' || draws(code) ? letter : `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`;
    known.set(letter, found);
  }
  return found;
}
