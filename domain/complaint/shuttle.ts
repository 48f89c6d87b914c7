/** No shuttle: what was sent back twice is dispatched by the leader, whose word binds. */
import type { Clause, Rulebook } from '../rulebook/rulebook.js';
import type { Complaint } from './state.js';

const patience = 2;

/** Whether the leader decides now who takes it. */
export const isForLeader = ({ sentBack }: Complaint): boolean => sentBack >= patience;

/** The clauses on sending back. */
export const shuttleClauses = ({ decisions }: Rulebook): Clause[] =>
  decisions['sendBack']?.clauses ?? decisions.default?.clauses ?? [];
