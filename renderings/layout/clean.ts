// control characters, halves of surrogate pairs, marks that turn the direction of writing, byte order marks
// eslint-disable-next-line no-control-regex
const unfit = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/**
 * A text as a document can carry it: any line break is `\n`, tabs are spaces, and what no reader sees is left out,
 * so that a text looks as it is. Letters stay as they were written.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unfit, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The paragraphs of a text; none of a blank one. */
export const paragraphs = (text: string): string[] =>
  clean(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
