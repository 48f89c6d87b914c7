/** Who decides by default; a rulebook may name others for a command. */
import type { Role } from '../rulebook/rulebook.js';
import type { Person } from './actor.js';
import type { Command } from './command.js';

/** Roles that may all that others may. */
const includes: Partial<Record<Role, Role[]>> = {
  supervisor: ['reception'],
  company: ['supervisor', 'approver', 'revisitor', 'reception'],
};

/** Whether a role is one of these, or may all that one of them may. */
export const actsAs = (role: Role, by: Role[]): boolean =>
  by.includes(role) || Boolean(includes[role]?.some((included) => by.includes(included)));

/** The role in which a person may give a command, the nearest one first; undefined if none lets them. */
export function roleFor(command: Command, person: Person, by: Role[] = command.by): Role | undefined {
  return (
    person.roles.find((role) => by.includes(role)) ??
    person.roles.find((role) => includes[role]?.some((included) => by.includes(included)))
  );
}
