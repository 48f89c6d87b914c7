/** A path of ours to go to, whatever was asked for: never another site. */
export function ownPath(next: string | undefined): string {
  const here = 'http://here.invalid';
  if (!next || next.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return '/';
  if (!URL.canParse(next, here) || new URL(next, here).origin !== here) return '/';
  return next.startsWith('/api/') ? '/' : next;
}
