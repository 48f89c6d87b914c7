import { command } from '../command.js';

/** On site. */
export const arrive = command({
  name: 'arrive',
  events: ['Arrived'],
  input: {},
  by: ['handler'],
  from: ['dispatched', 'investigating', 'carryingOut'],
  decide: (_, __, { clauses }) => [{ type: 'Arrived', clauses }],
});
