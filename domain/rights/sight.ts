/** Who sees a complaint at all. Decided here, asked by every query through `database/queries/sight.ts`. */
import type { Complaint } from '../complaint/state.js';
import { type Role, type Tier, tiers } from '../rulebook/rulebook.js';

/** What somebody sees by: who they are, the projects that they reach (null: all), and the keys that open what is restricted. */
export interface Sight {
  user: string;
  projects: string[] | null;
  keys: string[];
}

const house = 'house';
/** What the house itself sees by, when it works for nobody: a batch, a check, the command line. */
export const ofHouse: Sight = { user: '', projects: null, keys: [house] };

interface Held {
  roles: readonly Role[];
  projects: readonly string[] | null;
  standsInFor: string | null;
}

/** The keys of somebody: themselves and those they stand in for, each role by itself where it reaches everything, else by project. */
export function keysOf(user: string, memberships: readonly Held[]): string[] {
  const people = [user, ...memberships.flatMap(({ standsInFor }) => standsInFor ?? [])].map(ofPerson);
  const roles = memberships.flatMap(({ roles: held, projects }) =>
    held.flatMap((role): string[] => (projects ? projects.map((project) => at(role, project)) : [role])),
  );
  return [...new Set([...people, ...roles])];
}

const ofPerson = (user: string): string => `user:${user}`;
const at = (role: Role, project: string): string => `${role}@${project}`;

/** For whom a complaint does not exist: whoever is complained of in it, or has recused themselves from it (SY-3.3). */
export const hiddenFrom = ({ accused, recused }: Pick<Complaint, 'accused' | 'recused'>): string[] => [
  ...new Set([...accused, ...recused]),
];

/**
 * The keys that open a restricted complaint: of whoever handles or received it, of the roles that its rulebook names for the
 * tiers that it has reached, and of auditors. Null: it is not restricted.
 */
export function openTo(complaint: Complaint): string[] | null {
  const { restrictedTo, handledBy, tier, project, handler, assisting, firstReceiver } = complaint;
  if (!restrictedTo) return null;
  const reached = Math.max(tiers.indexOf(handledBy), tiers.indexOf(tier));
  const among = tiers.filter((_, rank) => rank <= reached);
  const roles = new Set<Role>([...among.flatMap((one) => restrictedTo[one] ?? []), 'auditor']);
  const people = [handler, firstReceiver, ...assisting].filter((one) => one !== undefined);
  return [house, ...new Set([...[...roles].flatMap((role) => [role, at(role, project)]), ...people.map(ofPerson)])];
}

/** Whether somebody sees a complaint: what `seen()` in `database/queries/sight.ts` asks the tables. */
export function sees({ user, projects, keys }: Sight, complaint: Complaint): boolean {
  const opens = openTo(complaint);
  const isReached = projects === null || projects.includes(complaint.project);
  return (
    isReached && !hiddenFrom(complaint).includes(user) && (opens === null || keys.some((key) => opens.includes(key)))
  );
}

/** Whether somebody of these roles around its project is told of a complaint. */
export function isTold(complaint: Complaint, { id, roles }: { id: string; roles: readonly Role[] }): boolean {
  const opens = openTo(complaint);
  const keys = [ofPerson(id), ...roles];
  return !hiddenFrom(complaint).includes(id) && (opens === null || keys.some((key) => opens.includes(key)));
}

/** Roles by tier, as a rulebook restricts its complaints to them. */
export type RestrictedTo = Partial<Record<Tier, Role[]>>;
