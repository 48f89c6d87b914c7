/** The name of a parameter that an address has more than once: nobody asks so, and each route would take it for something else. */
export function saidTwice(query: unknown): string | undefined {
  return Object.entries((query ?? {}) as Record<string, unknown>).find(([, value]) => Array.isArray(value))?.[0];
}
