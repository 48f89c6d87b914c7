/** Looks for words in files, however they may have been written down. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The words as bytes: plain, with the escapes of JSON, as hexadecimal, and as the middle of any base64. */
export function writings(words: string): Buffer[] {
  const bytes = Buffer.from(words);
  const escaped = words.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const base64 = [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // what stands at either end depends on what is around it
    return whole.slice(offset === 0 ? 0 : 4, -4);
  });
  return [bytes, ...[escaped, bytes.toString('hex'), ...base64].map((text) => Buffer.from(text))];
}

/** Every file below a folder, or the file itself. */
async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path);
  return (await Promise.all(entries.map((name) => filesBelow(join(path, name))))).flat();
}

/** Which of the words stand in which files. */
export async function found(words: readonly string[], ...places: string[]): Promise<{ word: string; file: string }[]> {
  const files = (await Promise.all(places.map(filesBelow))).flat();
  const hits: { word: string; file: string }[] = [];
  for (const file of files) {
    const content = await readFile(file);
    for (const word of words) {
      if (writings(word).some((one) => content.includes(one))) hits.push({ word, file });
    }
  }
  return hits;
}
