/** Which roles stand for which: who decides by default; a rulebook may name others for a command. */
import { type Role, roles } from '../rulebook/rulebook.js';

/** Roles that may all that others may. */
const includes: Partial<Record<Role, Role[]>> = {
  supervisor: ['reception'],
  company: ['supervisor', 'approver', 'revisitor', 'reception'],
};

/** All who may see complaints: everybody but administrators. */
export const readerRoles: readonly Role[] = roles.filter((role) => role !== 'admin');
/** Who files a complaint where its rulebook names nobody. */
export const filingRoles: Role[] = ['reception'];

/** The nearest of somebody's roles that is one of these, or may all that one of them may; undefined if none is. */
export function roleFor(held: readonly Role[], by: readonly Role[]): Role | undefined {
  return (
    held.find((role) => by.includes(role)) ??
    held.find((role) => includes[role]?.some((included) => by.includes(included)))
  );
}
