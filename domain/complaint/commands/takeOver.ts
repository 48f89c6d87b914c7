import { command } from '../command.js';

export const takeOver = command({
  name: 'takeOver',
  events: ['TakenOver'],
  input: {},
  by: ['handler'],
  from: ['dispatched'],
  decide: (_, __, { clauses }) => [{ type: 'TakenOver', clauses, status: 'investigating' }],
});
