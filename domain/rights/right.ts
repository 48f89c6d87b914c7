/**
 * Who may give a command: the one place that says so. The workflow decides by it, the API offers by it, the table of rights is
 * worked out of it. Deny by default. Where the complaint stands (its status) is no matter of rights.
 */
import type { Person } from '../complaint/actor.js';
import { type Command, type Giver, isOwn } from '../complaint/command.js';
import { conflicted, isConflicted } from '../complaint/conflict.js';
import { isRefusal, refuse, type Refusal } from '../complaint/refusal.js';
import type { Complaint } from '../complaint/state.js';
import { type Clause, type Role, type Rulebook, tiers } from '../rulebook/rulebook.js';
import { roleFor } from './roles.js';

/** What a right is asked for: a complaint, and the command's input as far as it is known. */
export interface About {
  complaint: Complaint;
  input?: Readonly<Record<string, unknown>>;
}

/** Whether a rulebook has a command at all. */
export const hasCommand = (rulebook: Rulebook, { name, named }: Pick<Command, 'name' | 'named'>): boolean =>
  !rulebook.decisions[name]?.never && !(named && !rulebook.decisions[name]);

/** The clauses that give somebody a command. */
export const clausesOf = ({ decisions }: Rulebook, command: string): Clause[] =>
  decisions[command]?.clauses ?? decisions.default?.clauses ?? [];

/** The giver with the role that lets them – their own, else that of somebody for whom they stand in –, or why none does. */
export function rightTo(command: Command, person: Person, about: About, rulebook: Rulebook): Giver | Refusal {
  const { standsInFor = [], ...self } = person;
  const own = rightAs(command, self, about, rulebook);
  if (!isRefusal(own) || own.refused === 'recused') return own;
  // whoever is conflicted stands in for nobody, and nobody conflicted lends a role
  if (isConflicted(about.complaint, self.user)) return own;
  const lent = standsInFor.map((absent) => rightAs(command, absent, about, rulebook, self.user));
  const found = lent.find((one) => !isRefusal(one));
  if (found) return found;
  return [own, ...lent].find((one) => isRefusal(one) && !['forbidden', 'recused'].includes(one.refused)) ?? own;
}

function rightAs(
  command: Command,
  { user, roles, above = [] }: Omit<Person, 'standsInFor'>,
  { complaint, input = {} }: About,
  rulebook: Rulebook,
  substitute?: string,
): Giver | Refusal {
  const { name, by, handling, evenIfConflicted } = command;
  const reserved = command.reserved?.(complaint, rulebook, input);
  const clauses = clausesOf(rulebook, name);
  const because = reserved?.clauses ?? clauses;
  const usual = rulebook.decisions[name]?.by ?? by;
  const givers = reserved?.by ?? usual;
  const role = roleFor(roles, givers) ?? (reserved?.orAbove && roleFor(above, usual));
  if (!role)
    return refuse('forbidden', because, `"${name}" is not for the roles ${roles.join(', ')}.`, { command: name });
  if (!evenIfConflicted && isConflicted(complaint, user)) return conflicted(user, rulebook);
  // the higher tier's own supervisor and reception are not below it
  if (handling && rulebook.handUp && isBelow(role, complaint) && !roleFor(above, givers))
    return refuse(
      'handed-up',
      rulebook.handUp.clauses,
      'The company took this complaint over; it does not go back down.',
    );
  const giver: Giver = { user: substitute ?? user, role, clauses, ...(substitute ? { onBehalfOf: user } : {}) };
  const work = command.decidesOn?.(complaint, input);
  if (command.onlyOwn && work !== undefined && work !== giver.user)
    return refuse('forbidden', because, `"${name}" is only for whom it concerns.`, { command: name });
  if (!command.onlyOwn && isOwn(giver, work))
    return refuse('self-approval', because, 'Nobody decides on what is their own: ask another person.', {
      command: name,
    });
  return giver;
}

const projectRoles: Role[] = ['reception', 'supervisor'];
const isBelow = (role: Role, { handledBy }: Complaint): boolean =>
  projectRoles.includes(role) && tiers.indexOf(handledBy) > 0;
