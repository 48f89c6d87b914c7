/** Acts: each has a kind and words, and what is no act is so on purpose. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { actKinds } from '../../domain/proof/acts.js';
import { actWords as en } from '../../web/language/en/acts.js';
import { actWords as zh } from '../../web/language/zh/acts.js';

const document = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, { operationId: string }>>;
};
/** What changes nothing, tells by itself as events do, or is about nobody's but one's own reading. */
const none = [
  ...['file', 'bringFile', 'rehearse', 'rehearseComplaint', 'checkRulebook', 'previewMoves', 'previewYear'],
  ...['previewNodeCalendar', 'previewSheet', 'readInbox', 'keepNoticePreferences', 'sawSignIns', 'proposeSecondFactor'],
  'giveSecondFactor',
];
const all = Object.values(actKinds).flat() as string[];

test('every operation that changes something is an act of one kind, or none on purpose', () => {
  const changing = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId }]) => {
      const command = /^\/api\/complaints\/\{id\}\/(\w+)$/.exec(path)?.[1] === operationId;
      return method === 'get' || command || path.includes('/signals/') ? [] : [operationId];
    }),
  );
  expect(changing.filter((id) => !all.includes(id) && !none.includes(id))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((id) => none.includes(id))).toEqual([]);
});

test('every act and kind has its words in both languages', () => {
  for (const words of [zh, en]) {
    expect(Object.keys(words.act).sort()).toEqual([...all].sort());
    expect(Object.keys(words.actKind)).toEqual(Object.keys(actKinds));
  }
});
