/** A fault as it may stand in a log. */

interface DatabaseFault {
  code?: unknown;
  severity?: unknown;
  constraint?: unknown;
  table?: unknown;
  driverError?: DatabaseFault;
  /** Of a failure that came by the engine: the name of the error that it was. */
  type?: unknown;
}

/**
 * Name, message and where it was, with its causes. Of what a database refuses only code, constraint and table: it names
 * the values that it refused.
 */
export function faultWords(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : `thrown: ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at \S/.test(line));
  const cause = error.cause instanceof Error ? [`caused by ${faultWords(error.cause)}`] : [];
  return [databaseWords(error) ?? `${error.name}: ${error.message}`, ...frames, ...cause].join('\n');
}

function databaseWords(error: Error): string | undefined {
  const fault = error as DatabaseFault;
  const { code, severity, constraint, table } = fault.driverError ?? fault;
  const isRefusal = fault.driverError !== undefined || (severity !== undefined && typeof code === 'string');
  const cameByEngine = fault.type === 'error' || fault.type === 'QueryFailedError';
  if (!isRefusal && !cameByEngine) return undefined;
  const told = Object.entries({ code, constraint, table }).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name} ${value}`] : [],
  );
  return ['the database refused it', ...told].join(', ');
}
