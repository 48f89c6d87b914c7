/** PostgreSQL stores neither NUL nor half a surrogate pair; nothing may wait for ever because of one. */

const unstorable = /\0|\p{Surrogate}/u;
const strange = /\\u0000|\\u[dD][89a-fA-F]/;

/** A value as JSON that PostgreSQL takes: what it cannot store becomes U+FFFD. */
export function storable(value: unknown): string {
  const json = JSON.stringify(value);
  return strange.test(json)
    ? JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? plain(part) : part))
    : json;
}

/** Whether a text can be stored as it is. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

const plain = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\u{fffd}');
