/** A key that one form sends with every attempt, so that two clicks file one complaint. */
export function newKey(): string {
  // randomUUID is missing on plain http within an office network
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
