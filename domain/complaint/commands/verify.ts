import { command } from '../command.js';
import { flag, optional, text } from '../input.js';

/** Passed: handled 处理完毕. Failed: to be carried out again. */
export const verify = command({
  name: 'verify',
  events: ['Verified', 'VerificationFailed'],
  input: { passed: flag(), remarks: optional(text()) },
  by: ['supervisor'],
  from: ['verifying'],
  decide: (_, { passed, remarks }, { clauses }) => {
    const said = remarks ? { remarks } : {};
    return passed
      ? [{ type: 'Verified', clauses, status: 'revisiting', ...said }]
      : [{ type: 'VerificationFailed', clauses, status: 'carryingOut', ...said }];
  },
});
