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

/**
 * The keys of somebody: themselves and those they stand in for, each role by itself where it reaches everything, else by project.
 * Whoever stands in for others has marks besides: whose places are lent to them (`lent:`), and what they reach and open by
 * themselves (`own`, `own:`); for what is hidden from whoever lent a place, only these count.
 */
export function keysOf(user: string, memberships: readonly Held[]): string[] {
  const lenders = memberships.flatMap(({ standsInFor }) => standsInFor ?? []);
  const keys = [user, ...lenders].map(ofPerson).concat(roleKeys(memberships));
  if (lenders.length === 0) return [...new Set(keys)];
  const own = memberships.filter(({ standsInFor }) => !standsInFor);
  const reached = own.flatMap(({ projects }) => projects?.map((project) => `own@${project}`) ?? ['own']);
  const opened = [ofPerson(user), ...roleKeys(own)].map((key) => `own:${key}`);
  return [...new Set([...keys, ...lenders.map(lentBy), ...reached, ...opened])];
}

const roleKeys = (memberships: readonly Held[]): string[] =>
  memberships.flatMap(({ roles, projects }) =>
    roles.flatMap((role): string[] => projects?.map((project) => at(role, project)) ?? [role]),
  );
const lentBy = (user: string): string => `lent:${user}`;

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
  const hidden = hiddenFrom(complaint);
  const isReached = projects === null || projects.includes(complaint.project);
  if (!isReached || hidden.includes(user) || !(opens === null || keys.some((key) => opens.includes(key)))) return false;
  if (!hidden.some((one) => keys.includes(lentBy(one)))) return true;
  // nobody lends a place to look at what is hidden from themselves
  const isOwn = keys.includes('own') || keys.includes(`own@${complaint.project}`);
  return isOwn && (opens === null || opens.some((key) => keys.includes(`own:${key}`)));
}

/** Roles around a project: one's own, or lent by somebody. */
export interface Place {
  roles: readonly Role[];
  standsInFor: string | null;
}

/** The places by which somebody around its project is told of a complaint: none that is lent by whom it is hidden from. */
export function toldBy(complaint: Complaint, { id, places }: { id: string; places: readonly Place[] }): Place[] {
  const hidden = hiddenFrom(complaint);
  if (hidden.includes(id)) return [];
  const left = places.filter(({ standsInFor }) => standsInFor === null || !hidden.includes(standsInFor));
  const opens = openTo(complaint);
  const keys = [ofPerson(id), ...left.flatMap(({ roles }) => roles)];
  return opens === null || keys.some((key) => opens.includes(key)) ? left : [];
}

/** Roles by tier, as a rulebook restricts its complaints to them. */
export type RestrictedTo = Partial<Record<Tier, Role[]>>;
