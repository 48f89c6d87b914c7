/** Which faults mean that something we need is away for a while. */

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
// classes 08 (connection), 53 (resources), 57P (shutdown, crash, starting up), and read only during a switch-over
const sqlAway = /^(08|53|57P|25006)/;
const said =
  /timeout exceeded when trying to connect|Connection terminated|terminated unexpectedly|not queryable|Query read timeout/i;

/** Whether an error, or one that it wraps, says that the database cannot be reached. */
export function isDatabaseAway(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = innerOf(one), depth++) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'string' && (away.has(code) || sqlAway.test(code))) return true;
    if (said.test(one.message)) return true;
    if (one instanceof AggregateError && one.errors.some(isDatabaseAway)) return true;
  }
  return false;
}

const innerOf = (error: Error): unknown => (error as { driverError?: unknown }).driverError ?? error.cause;
