import type { Role } from '../rulebook/rulebook.js';

/** A person who gives a command, with all roles they hold for this complaint. */
export interface Person {
  user: string;
  roles: Role[];
  /** Of these, what they hold from a place above the project: what was handed up is theirs, too. */
  above?: Role[];
  /** Absent people for whom they stand in, with the roles that those hold for this complaint. */
  standsInFor?: { user: string; roles: Role[]; above?: Role[] }[];
}

/** Who made an event: a person in the role that let them – for somebody absent, if it is theirs –, the outside world, or time. */
export type Actor =
  { user: string; role: Role; onBehalfOf?: string } | { outside: string } | { system: 'time' | 'rules' };
