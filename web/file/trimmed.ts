/** What is left blank is not sent. */
export function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, trimmed(inner)] as const);
  const kept = entries.filter(([, inner]) => inner !== undefined && inner !== false && inner !== null);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
