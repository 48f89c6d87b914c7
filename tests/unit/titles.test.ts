import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayTitle, titles } from '../../web/app/titles.js';
import { en } from '../../web/language/en/index.js';
import { first } from '../../web/language/zh/first.js';

const routes = readFileSync(join(import.meta.dirname, '../../web/app/routes.tsx'), 'utf8');
const wordOf = (words: object, key: string): unknown =>
  key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], words);

test.each(Object.entries(titles))('%s has a title in both languages, among the words that come first', (_, key) => {
  const [zh, english] = [wordOf(first, key), wordOf(en, key)];
  expect(zh).toMatch(/^[\p{Script=Han}]+$/u);
  expect(english).toMatch(/^[A-Z][A-Za-z ]+$/);
});

test('every page of the routes has a title, and no title is without one', () => {
  const paths = [...routes.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(paths.sort()).toEqual(Object.keys(titles).sort());
});

test('a title begins with the house and names what the page is about', () => {
  expect(sayTitle('回音', '投诉', 'CY-2026-0007')).toBe('回音 · CY-2026-0007 · 投诉');
  expect(sayTitle('Huiyin', 'My tasks', '')).toBe('Huiyin · My tasks');
  expect(sayTitle('Huiyin', undefined, '')).toBe('Huiyin');
});
