import { expect, test } from '@jest/globals';
import { inWords } from '../../half-year/figures.js';
import { rehearseHalfYear } from '../../half-year/rehearse.js';

test('three weeks with a death: every bulletin and duty that was owed exists once, in time or marked late', async () => {
  const asked = { complaints: 20, weeks: 3, deaths: 1, seed: 5 };
  const outcome = await rehearseHalfYear(asked, () => undefined);
  process.stderr.write(inWords(outcome));
  expect(outcome.faults).toEqual([]);
  expect(outcome.deeds.filed).toBe(20);
  expect(outcome.killed).toHaveLength(1);
  // it has been about something
  expect(outcome.bulletins).toBeGreaterThan(0);
  expect(outcome.papers.reduce((sum, { late }) => sum + late, 0)).toBeGreaterThan(0);
}, 600_000);
