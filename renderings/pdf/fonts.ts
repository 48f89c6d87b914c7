import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

/** Noto Serif SC (SIL Open Font License 1.1): a Song face, 30,000 Han; a PDF takes only the letters that it uses. */
const files = {
  regular: '400Regular/NotoSerifSC_400Regular.ttf',
  bold: '700Bold/NotoSerifSC_700Bold.ttf',
  black: '900Black/NotoSerifSC_900Black.ttf',
};
type Weight = keyof typeof files;
export const weights = Object.keys(files) as Weight[];

const { resolve } = createRequire(import.meta.url);
const kept = new Map<Weight, Buffer>();

/** The font file of a weight, read once. */
export function font(weight: Weight): Buffer {
  let bytes = kept.get(weight);
  if (!bytes) {
    bytes = readFileSync(resolve(`@expo-google-fonts/noto-serif-sc/${files[weight]}`));
    kept.set(weight, bytes);
  }
  return bytes;
}

let has: ((code: number) => boolean) | undefined;

/** Whether the font can draw a letter, given by its code point. The weights draw the same ones. */
export function draws(code: number): boolean {
  if (!has) {
    const made = create(font('regular'));
    if (!('hasGlyphForCodePoint' in made)) throw new Error('The font file holds no single font');
    has = (wanted) => made.hasGlyphForCodePoint(wanted);
  }
  return has(code);
}
