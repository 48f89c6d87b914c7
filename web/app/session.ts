import { useQuery } from '@tanstack/react-query';
import { session } from '../api/queries.js';
import type { Session } from '../api/shapes.js';

/** The session within pages that require one. */
export function useSession(): Session {
  const { data } = useQuery(session);
  if (!data) throw new Error('no session');
  return data;
}

/** Where the day begins: who only reads or supervises has no tasks, who only administers no complaints. */
export function homeOf(roles: readonly string[]): string {
  if (onlyAdmin(roles)) return '/organisation';
  return roles.every((role) => ['hq', 'auditor', 'admin'].includes(role)) ? '/board' : '/tasks';
}

/** Administers, and sees no complaint's content. */
export const onlyAdmin = (roles: readonly string[]): boolean => roles.every((role) => role === 'admin');
