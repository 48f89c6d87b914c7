import { createServer } from 'node:net';
import { PlainError } from '../plain.js';
import { readJson, writeJson } from './files.js';

/** A port that nobody uses at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  return listenOnce(0, host);
}

/** True when nobody listens on the port. */
export async function portIsFree(port: number, host: string): Promise<boolean> {
  return listenOnce(port, host).then(
    () => true,
    () => false,
  );
}

/** Fails with a sentence when the chosen port cannot be had. */
export async function claimPort(port: number, host: string): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new PlainError(
        `Port ${port} is taken by another program. Stop that one, or choose another port: HUIYIN_PORT=${port + 1} npm start`,
      );
    }
    if (code === 'EACCES') throw new PlainError(`Port ${port} is reserved; choose one above 1023 with HUIYIN_PORT.`);
    if (code === 'EADDRNOTAVAIL')
      throw new PlainError(`HUIYIN_HOST is '${host}', which is no address of this machine.`);
    throw error;
  }
}

/** The ports of the parts: those of the last time where they are still free, else new ones, remembered in the file. */
export async function rememberedPorts<Name extends string>(file: string, names: Name[]): Promise<Record<Name, number>> {
  const before = ((await readJson(file)) ?? {}) as Partial<Record<Name, number>>;
  const taken = new Set<number>();
  const ports = {} as Record<Name, number>;
  for (const name of names) {
    let port = before[name];
    while (port === undefined || taken.has(port) || !(await portIsFree(port, '127.0.0.1'))) port = await freePort();
    taken.add(port);
    ports[name] = port;
  }
  await writeJson(file, ports);
  return ports;
}

/** The address by which this machine reaches what listens there. */
export function urlOf({ host, port }: { host: string; port: number }): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
