/** `npm run test:half-year -- [--complaints N] [--weeks N] [--deaths N] [--seed N] [--folder PATH]` */
import { parseArgs } from 'node:util';
import { inWords } from './figures.js';
import { rehearseHalfYear } from './rehearse.js';

const { values } = parseArgs({
  options: {
    complaints: { type: 'string', default: '1000' },
    weeks: { type: 'string', default: '26' },
    deaths: { type: 'string', default: '24' },
    seed: { type: 'string', default: '5' },
    folder: { type: 'string' },
  },
});
const whole = (name: 'complaints' | 'weeks' | 'deaths' | 'seed'): number => {
  const n = Number(values[name]);
  if (!Number.isInteger(n) || n < 0) throw new Error(`--${name} is a whole number`);
  return n;
};
const outcome = await rehearseHalfYear(
  {
    ...{ complaints: whole('complaints'), weeks: whole('weeks'), deaths: whole('deaths'), seed: whole('seed') },
    ...(values.folder ? { folder: values.folder } : {}),
  },
  (words) => process.stderr.write(words),
);
process.stdout.write(inWords(outcome));
process.exit(outcome.faults.length === 0 ? 0 : 1);
