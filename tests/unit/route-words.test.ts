/** Every route that the table of rights shows says in Chinese what it does. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { summaries } from '../../api/rights/summaries.js';
import { commandNames } from '../../domain/complaint/commands/index.js';

const { paths } = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
};
const routes = Object.values(paths)
  .flatMap((methods) => Object.values(methods))
  .filter(({ operationId }) => !commandNames.includes(operationId));

test('every route, and none that is gone', () => {
  const without = routes
    .filter(({ operationId }) => !(operationId in summaries))
    .map(({ operationId, summary }) => `add "${operationId}" (${summary}) to api/rights/summaries.ts`);
  expect(without).toEqual([]);
  const ids = routes.map(({ operationId }) => operationId);
  expect(Object.keys(summaries).filter((id) => !ids.includes(id))).toEqual([]);
});

test('in Chinese, each in its own words', () => {
  const texts = Object.values(summaries);
  expect(
    texts.filter((text) => !/\p{Script=Han}/u.test(text) || /[a-z]{4,}/.test(text.replace(/\.docx|Webhook/, ''))),
  ).toEqual([]);
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
});
