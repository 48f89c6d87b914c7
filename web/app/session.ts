import { useQuery } from '@tanstack/react-query';
import { session } from '../api/queries.js';
import type { Session } from '../api/shapes.js';

/** The session within pages that require one. */
export function useSession(): Session {
  const { data } = useQuery(session);
  if (!data) throw new Error('no session');
  return data;
}

/** Administers, and sees no complaint's content. */
export const onlyAdmin = (roles: readonly string[]): boolean => roles.every((role) => role === 'admin');
