/** Who may give which command under a rulebook, as a table. */
import { commands } from '../domain/complaint/commands/index.js';
import { statuses } from '../domain/complaint/statuses.js';
import { clausesOf } from '../domain/rights/right.js';
import { whyNot } from '../domain/rights/table.js';
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
  const rows = commandsOf(rulebook).map((command): Permission => {
    const decision = rulebook.decisions[command];
    const by = roles.filter((role) => isFor(command, role, rulebook));
    return {
      command,
      by,
      all: by.filter((role) => decision?.all && decision.by?.includes(role)),
      ...(decision?.when ? { when: decision.when } : {}),
      clauses: clausesOf(rulebook, command),
    };
  });
  return { roles: roles.filter((role) => rows.some(({ by }) => by.includes(role))), rows };
}

/** As a rule; whoever decides on their own work is somebody else, or nobody but them. */
const isFor = (command: string, role: Role, rulebook: Rulebook): boolean =>
  (['place', 'ownWork'] as const).some((relation) => !whyNot(command, relation, role, rulebook));

/** Names of the rulebook's commands that have a status to be given in. */
export function commandsOf(rulebook: Rulebook): string[] {
  const reached = new Set(['received', ...arrowsOf(rulebook).map(({ to }) => to)]);
  const possible = statuses.filter((status) => reached.has(status)).flatMap((one) => commandsAt(one, rulebook));
  return Object.values(commands)
    .filter((one) => possible.includes(one))
    .map(({ name }) => name);
}
