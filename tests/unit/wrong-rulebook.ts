/** WY with a mistake in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { DocumentError } from '../../documents/problem.js';
import { parseRulebook } from '../../documents/rulebooks.js';

export const folder = join(import.meta.dirname, '../../rulebooks');
export const wy = readFileSync(join(folder, 'WY.yaml'), 'utf8');
const zones = new Map([['CN', 'Asia/Shanghai']]);

/** What is wrong, a text of WY, what stands there instead, and what is said of it. */
export type Mistake = [what: string, from: string, to: string, message: RegExp];

/** The problems of WY with one text replaced by another, or of another text. */
export function problemsOf(from: string, to: string): { line: number; text: string; zh: string }[] {
  if (!wy.includes(from)) throw new Error(`WY has no "${from}"`);
  try {
    parseRulebook(wy.replace(from, to), 'WY.yaml', zones);
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.problems.map(({ line, path, message, zh }) => ({ line, text: `${path}: ${message}`, zh }));
  }
}

export const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** The mistake is told in both languages, at a line that there is. */
export function isTold(_: string, from: string, to: string, message: RegExp): void {
  const problems = problemsOf(from, to);
  expect(problems.map(({ text }) => text).join('\n')).toMatch(message);
  const lines = wy.replace(from, to).split('\n').length;
  for (const { line, zh } of problems) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
  }
}
