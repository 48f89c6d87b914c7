import { command } from '../command.js';
import { number, text } from '../input.js';
import { refuse } from '../refusal.js';
import { alive } from '../statuses.js';

/** Goes on under another version of its rulebook 改用规程版本: open clocks are reckoned anew, what was missed stays missed. */
export const changeRulebook = command({
  name: 'changeRulebook',
  events: ['RulebookChanged'],
  input: { version: number(1), reason: text() },
  by: ['company', 'hq'],
  from: alive,
  decide: (_, { version, reason }, { clauses }, { rulebook, offered }) => {
    const invalid = (detail: string) => refuse('invalid', clauses, detail, { path: 'version' });
    if (version === rulebook.version) {
      return refuse('already', clauses, `It is under version ${version} already.`, { version });
    }
    if (offered?.version !== version) {
      return refuse('not-in-force', clauses, `Version ${version} is not in force: nothing goes on under it.`, {
        version,
      });
    }
    if (offered.id !== rulebook.id) return invalid(`${offered.id} is another rulebook than ${rulebook.id}.`);
    if (offered.calendar !== rulebook.calendar) {
      return invalid(`Version ${version} is reckoned on the calendar ${offered.calendar}, not ${rulebook.calendar}.`);
    }
    return [{ type: 'RulebookChanged', clauses, version, from: rulebook.version, reason }];
  },
});
