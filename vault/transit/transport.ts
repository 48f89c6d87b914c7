/** One request to a key service over HTTP. */
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { KeysUnavailable } from '../unavailable.js';
import type { Answer } from './answers.js';

export type Transport = (method: 'GET' | 'POST', path: string, token?: string, body?: object) => Promise<Answer>;

export interface Wire {
  address: string;
  namespace?: string | undefined;
  /** Certificates of the authorities that are trusted, as PEM; without any those of Node.js. */
  ca?: string | undefined;
  /** Milliseconds for one request. */
  patience: number;
}

const longest = 1_000_000; // bytes

/** Throws KeysUnavailable when there is no answer. Redirections are not followed: a token would go with them. */
export function transportTo({ address, namespace, ca, patience }: Wire): Transport {
  const base = address.replace(/\/+$/, '');
  const safe = base.startsWith('https:');
  const agent = safe ? new HttpsAgent({ keepAlive: true, ...(ca ? { ca } : {}) }) : new HttpAgent({ keepAlive: true });
  const request = safe ? httpsRequest : httpRequest;
  return (method, path, token, body) =>
    new Promise<Answer>((resolve, reject) => {
      const fail = (error: Error) => reject(noAnswer(address, error));
      const sent = request(`${base}/v1/${path}`, {
        ...{ method, agent, signal: AbortSignal.timeout(patience) },
        headers: {
          'x-vault-request': 'true',
          ...(token ? { 'x-vault-token': token } : {}),
          ...(namespace ? { 'x-vault-namespace': namespace } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
      });
      sent.on('error', fail);
      sent.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('error', fail);
        response.on('data', (more: string) => {
          text += more;
          if (text.length > longest) response.destroy(new Error('too long an answer'));
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: asJson(text) }));
      });
      sent.end(body ? JSON.stringify(body) : undefined);
    });
}

function noAnswer(address: string, error: Error): KeysUnavailable {
  const { code, name } = error as NodeJS.ErrnoException;
  const why = name === 'AbortError' || name === 'TimeoutError' ? 'no answer in time' : (code ?? 'connection lost');
  const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/.test(code ?? '');
  return untrusted
    ? new KeysUnavailable('untrusted', `the key service ${address} has no certificate that is trusted here (${why})`)
    : new KeysUnavailable('unreachable', `the key service ${address} cannot be reached (${why})`);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
