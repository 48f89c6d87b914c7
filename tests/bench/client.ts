/** A client of the house that keeps its connections, as light as Node has it: its own cost is no part of a figure. */
import { Agent, request } from 'node:http';

export interface Client {
  call: (method: 'GET' | 'POST', path: string, body?: unknown, key?: string) => Promise<string>;
  close: () => void;
}

export function clientOf(url: string, cookie = '', connections = 16): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  return {
    close: () => agent.destroy(),
    call: (method, path, body, key) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const headers = {
          cookie,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        };
        const asked = request({ hostname, port, method, path, headers, agent }, (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.once('error', reject);
          answer.once('end', () => {
            const said = Buffer.concat(pieces).toString('utf8');
            const { statusCode = 0 } = answer;
            if (statusCode >= 200 && statusCode < 300) resolve(said);
            else reject(new Error(`${method} ${path} answered ${statusCode}: ${said}`));
          });
        });
        asked.once('error', reject);
        asked.end(text);
      }),
  };
}

/** The cookie of a demo user's session. */
export async function logIn(url: string, username: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw new Error(`${username} cannot log in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
