import { command } from '../command.js';
import type { ComplaintEvent } from '../events.js';
import { given } from '../given.js';
import { choice, flag, number, optional, text, words } from '../input.js';
import { refuse } from '../refusal.js';
import { statuses } from '../statuses.js';

/** Facts that bear on the severity. */
export const recordFact = command({
  name: 'recordFact',
  events: ['FactRecorded'],
  input: {
    lawsuit: optional(choice('threatened', 'begun')),
    media: optional(choice('threatened', 'exposed')),
    people: optional(number(1)),
    needsGroupResources: optional(flag()),
    claim: optional(number()),
    safety: optional(flag()),
    serious: optional(flag()),
    important: optional(flag()),
    dutyUnclear: optional(flag()),
    retaliation: optional(flag()),
    accused: optional(words()),
    source: optional(text()),
  },
  by: ['supervisor'],
  from: statuses.filter((status) => status !== 'merged'),
  asked: ({ facts, source }: ComplaintEvent<'FactRecorded'>) => ({ ...facts, ...given({ source }) }),
  decide: (_, { source, ...facts }, { clauses }) => {
    if (Object.keys(facts).length === 0)
      return refuse('invalid', clauses, 'Name at least one fact.', { path: 'facts' });
    return [{ type: 'FactRecorded', clauses, facts, ...(source ? { source } : {}) }];
  },
});
