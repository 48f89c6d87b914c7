import type { Role } from '../rulebook/rulebook.js';

/** A person who gives a command, with all roles they hold for this complaint. */
export interface Person {
  user: string;
  roles: Role[];
}

/** Who made an event: a person in the role that let them, the outside world, or time. */
export type Actor = { user: string; role: Role } | { outside: string } | { system: 'time' | 'rules' };
