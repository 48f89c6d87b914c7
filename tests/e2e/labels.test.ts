/** Every word of the house is said in both languages. */
import { expect, test } from '@jest/globals';
import { clockNames, reportKinds } from '../../domain/complaint/clocks.js';
import { commandNames } from '../../domain/complaint/commands/index.js';
import { addressees, confirmations, ratings } from '../../domain/complaint/particulars.js';
import { compensationSizes, pathWays } from '../../domain/rulebook/particulars.js';
import { channels } from '../../domain/complaint/file.js';
import { refusalCodes } from '../../domain/complaint/refusal.js';
import { outcomes, suspensionGrounds } from '../../domain/complaint/state.js';
import { commands } from '../../domain/complaint/commands/index.js';
import { statuses } from '../../domain/complaint/statuses.js';
import { conditionKeys } from '../../domain/rulebook/condition.js';
import { recurrences } from '../../domain/rulebook/duty.js';
import { roles, severities, stages, tiers } from '../../domain/rulebook/rulebook.js';
import { en } from '../../web/language/en/index.js';
import { zh } from '../../web/language/zh/index.js';

const words: Record<string, readonly string[]> = {
  status: statuses,
  command: ['file', ...commandNames],
  role: roles,
  severity: severities,
  tier: tiers,
  channel: channels,
  stage: stages,
  refusal: [...refusalCodes, 'stale', 'unauthenticated', 'not-found', 'engine-unavailable', 'database-unavailable'],
  clock: [
    ...clockNames,
    ...severities.filter((one) => one !== 'ordinary').map((one) => `resolve.${one}`),
    ...reportKinds.map((one) => `report.${one}`),
  ],
  report: reportKinds,
  outcome: outcomes,
  suspension: suspensionGrounds,
  rating: ratings,
  confirmation: confirmations,
  addressee: addressees,
  size: compensationSizes,
  pathWay: pathWays,
  event: Object.values(commands).flatMap(({ events }) => events),
  eventName: Object.values(commands).flatMap(({ events }) => events),
  field: Object.values(commands).flatMap(({ input }) =>
    Object.keys(input).filter((name) => !['mediaType', 'size', 'sha256'].includes(name)),
  ),
};

const chinese = /\p{Script=Han}/u;

test.each(Object.keys(words))('%s', (list) => {
  const inChinese = zh[list as keyof typeof zh] as Record<string, string>;
  const inEnglish = en[list as keyof typeof en] as Record<string, string>;
  for (const id of words[list] ?? []) {
    expect([list, id, inChinese[id]]).toEqual([list, id, expect.stringMatching(/\S/)]);
    expect([list, id, inEnglish[id]]).toEqual([list, id, expect.stringMatching(/\S/)]);
    expect(inEnglish[id]).not.toMatch(chinese);
  }
});

test('what a rulebook may say of itself', () => {
  expect(Object.keys(zh.rulebooks.condition)).toEqual(expect.arrayContaining([...conditionKeys]));
  expect(Object.keys(zh.rulebooks.every)).toEqual(expect.arrayContaining([...recurrences]));
});

test('both languages ask for the same values', () => {
  const holes = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();
  const compare = (a: unknown, b: unknown, path: string): void => {
    if (typeof a === 'string') return expect([path, holes(String(b))]).toEqual([path, holes(a)]);
    for (const [key, value] of Object.entries(a as object))
      compare(value, (b as Record<string, unknown>)[key], `${path}.${key}`);
  };
  compare(zh, en, '');
});
