/** What the schema of rulebooks says of itself is there in Chinese, too. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { schemaFile, schemaWordsFile } from '../../documents/rulebook-form.js';

test('every description, and none that is gone', () => {
  const described = new Set<string>();
  JSON.parse(readFileSync(schemaFile, 'utf8'), (key, value: unknown) => {
    if (key === 'description' && typeof value === 'string') described.add(value);
    return value;
  });
  const words = JSON.parse(readFileSync(schemaWordsFile, 'utf8')) as Record<string, string>;
  expect(Object.keys(words).sort()).toEqual([...described].sort());
  expect(Object.values(words).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
});
