/** What a program may do with its token, at most; never more than whoever gave it. */
export const scopes = ['read', 'file', 'commands', 'codec'] as const;
export type Scope = (typeof scopes)[number];

/** The scope that a program needs for a route (its pattern, not what was typed); undefined: no program may do it. */
export function scopeNeeded(method: string, path: string): Scope | undefined {
  if (/^\/api\/(account|tokens)(\/|$)/.test(path)) return undefined;
  if (method === 'GET' || method === 'HEAD') return 'read';
  if (path === '/api/codec/decode') return method === 'POST' ? 'codec' : undefined;
  if (method === 'POST' && path === '/api/complaints') return 'file';
  if (method === 'POST' && /^\/api\/complaints\/./.test(path)) return 'commands';
  return undefined;
}
