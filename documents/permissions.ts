/** Who may give which command under a rulebook, as a table. */
import { commands } from '../domain/complaint/commands/index.js';
import { roleFor } from '../domain/complaint/rights.js';
import { statuses } from '../domain/complaint/statuses.js';
import type { When } from '../domain/rulebook/condition.js';
import { type Clause, type Role, roles, type Rulebook } from '../domain/rulebook/rulebook.js';
import { arrowsOf, commandsAt } from './process.js';

export interface Permission {
  command: string;
  /** In the order of the table's columns. */
  by: Role[];
  /** Those of them who all must give it. */
  all: Role[];
  when?: When;
  clauses: Clause[];
}

export interface Permissions {
  /** The columns: roles that may give anything. */
  roles: Role[];
  rows: Permission[];
}

/** Every command that has a status to be given in; a complaint must also stand there. */
export function permissionsOf(rulebook: Rulebook): Permissions {
  const rows = commandsOf(rulebook).map(({ name }): Permission => {
    const decision = rulebook.decisions[name];
    const by = roles.filter((role) => mayGive(rulebook, name, role));
    return {
      command: name,
      by,
      all: by.filter((role) => decision?.all && decision.by?.includes(role)),
      ...(decision?.when ? { when: decision.when } : {}),
      clauses: decision?.clauses ?? rulebook.decisions['default']?.clauses ?? [],
    };
  });
  return { roles: roles.filter((role) => rows.some(({ by }) => by.includes(role))), rows };
}

/** Commands of the rulebook that have a status to be given in. */
function commandsOf(rulebook: Rulebook) {
  const reached = new Set(['received', ...arrowsOf(rulebook).map(({ to }) => to)]);
  const possible = statuses.filter((status) => reached.has(status)).flatMap((one) => commandsAt(one, rulebook));
  return Object.values(commands).filter((one) => possible.includes(one));
}

function mayGive(rulebook: Rulebook, name: string, role: Role): boolean {
  const command = commands[name];
  return (
    command !== undefined && roleFor(command, { user: role, roles: [role] }, rulebook.decisions[name]?.by) === role
  );
}
