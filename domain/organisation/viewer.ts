/** Who is asking, and what of the organisation they see in which roles. */
import type { Person } from '../complaint/actor.js';
import { keysOf } from '../rights/sight.js';
import type { Role, Tier } from '../rulebook/rulebook.js';

/** Roles at a node and all below it: one's own, or those of somebody for whom one stands in. */
export interface Membership {
  node: { id: string; name: string };
  tier: Tier;
  roles: Role[];
  standsInFor: string | null;
  /** The projects that it reaches; null: all there are. */
  projects: string[] | null;
}

/** As the database has them; the rest follows. */
export interface FoundViewer extends Record<string, unknown> {
  user: string;
  username: string;
  name: string;
  mustChangePassword: boolean;
  /** Where they belong. */
  home: { id: string; name: string };
  memberships: Membership[];
}

export interface Viewer extends FoundViewer {
  /** All of them, wherever they hold. */
  roles: Role[];
  tier: Tier;
  /** Where they belong, if they have roles there; else the highest place where they have. */
  node: { id: string; name: string };
  /** Projects whose complaints they see in any role; null: all there are. */
  projects: string[] | null;
  /** What opens restricted complaints to them. */
  keys: string[];
}

/** What follows from the memberships of somebody. */
export function viewerOf(found: FoundViewer): Viewer {
  const { memberships, home } = found;
  const at = memberships.find(({ node, standsInFor }) => node.id === home.id && !standsInFor) ?? memberships[0];
  const reached = memberships.map(({ projects }) => projects);
  return {
    ...found,
    roles: unique(memberships.flatMap(({ roles }) => roles)),
    tier: at?.tier ?? 'project',
    node: at?.node ?? home,
    keys: keysOf(found.user, memberships),
    projects: reached.includes(null) ? null : unique(reached.flatMap((projects) => projects ?? [])),
  };
}

/** The viewer as they are by those memberships alone that have one of the roles; undefined when none has. */
export function narrowedTo(viewer: Viewer, roles: readonly Role[]): Viewer | undefined {
  const memberships = viewer.memberships.filter((one) => one.roles.some((role) => roles.includes(role)));
  return memberships.length === 0 ? undefined : viewerOf({ ...viewer, memberships });
}

/** The person with the roles that they hold for a project: those of the nodes that reach it, and no others. */
export function personAt({ user, memberships }: Viewer, project: string): Person {
  return personBy(
    user,
    memberships.filter(({ projects }) => projects === null || projects.includes(project)),
  );
}

/** Whoever is asking, with those by whose places alone they do. */
export function askingOf({ user, memberships }: Viewer): string[] {
  const lenders = memberships.map(({ standsInFor }) => standsInFor);
  return lenders.includes(null) ? [user] : [user, ...unique(lenders.filter((one) => one !== null))];
}

/** All roles that reach a project, for whomever. */
export const rolesAt = ({ memberships }: Viewer, project: string): Role[] =>
  memberships.flatMap(({ projects, roles }) => (projects === null || projects.includes(project) ? roles : []));

/** The person with the roles that they hold anywhere: for what concerns no complaint. */
export const personAnywhere = ({ user, memberships }: Viewer): Person => personBy(user, memberships);

function personBy(user: string, memberships: Membership[]): Person {
  const heldBy = (whose: string | null) => {
    const held = memberships.filter((one) => one.standsInFor === whose);
    const above = unique(held.filter(({ tier }) => tier !== 'project').flatMap(({ roles }) => roles));
    return { roles: unique(held.flatMap(({ roles }) => roles)), ...(above.length > 0 ? { above } : {}) };
  };
  const absent = unique(memberships.flatMap(({ standsInFor }) => standsInFor ?? []));
  const standsInFor = absent.map((one) => ({ user: one, ...heldBy(one) }));
  return { user, ...heldBy(null), ...(standsInFor.length > 0 ? { standsInFor } : {}) };
}

const unique = <T>(all: T[]): T[] => [...new Set(all)];
