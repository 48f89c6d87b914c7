import { command } from '../command.js';
import type { ComplaintEvent } from '../events.js';
import { given } from '../given.js';
import { unconcluded } from '../paths.js';
import { flag, optional, text } from '../input.js';

/** Passed: handled 处理完毕. Failed: to be carried out again. */
export const verify = command({
  name: 'verify',
  events: ['Verified', 'VerificationFailed'],
  input: { passed: flag(), remarks: optional(text()) },
  by: ['supervisor'],
  from: ['verifying'],
  asked: ({ type, remarks }: ComplaintEvent<'Verified' | 'VerificationFailed'>) => ({
    passed: type === 'Verified',
    ...given({ remarks }),
  }),
  decide: (complaint, { passed, remarks }, { clauses }, context) => {
    const waits = passed ? unconcluded(complaint, context) : undefined;
    if (waits) return waits;
    const said = remarks ? { remarks } : {};
    return passed
      ? [{ type: 'Verified', clauses, status: 'revisiting', ...said }]
      : [{ type: 'VerificationFailed', clauses, status: 'carryingOut', ...said }];
  },
});
