import { command } from '../command.js';

/** Undoes a merge: the complaint stands where it stood, its clocks run on. */
export const unmerge = command({
  name: 'unmerge',
  events: ['Unmerged'],
  input: {},
  by: ['supervisor'],
  from: ['merged'],
  decide: (complaint, _, { clauses }) => [
    { type: 'Unmerged', clauses, status: complaint.mergedFrom?.status ?? 'received' },
  ],
});
