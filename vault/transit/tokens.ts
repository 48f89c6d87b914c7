/** The token that a key service is asked with: from a file that somebody keeps new, or got by a role. */
import { readFile } from 'node:fs/promises';
import { KeysUnavailable } from '../unavailable.js';
import { errorsOf, fieldsOf } from './answers.js';
import type { Transport } from './transport.js';

export interface Tokens {
  /** Throws KeysUnavailable. */
  token(): Promise<string>;
  /** Another one than that which was refused, if there is any. */
  instead(refused: string): Promise<string | undefined>;
}

/** Reads the file anew for every request: an agent may write a new token into it at any time. */
export function tokensFromFile(path: string): Tokens {
  const token = () => secretFrom(path);
  return {
    token,
    instead: async (refused) => {
      const now = await token();
      return now === refused ? undefined : now;
    },
  };
}

export interface AppRole {
  /** Where the AppRole method is mounted. */
  mount: string;
  roleId: string;
  secretIdFile: string;
}

/** Logs in by AppRole, and again before the token ends or once it is refused. `now`: epoch milliseconds. */
export function tokensByRole(role: AppRole, transport: Transport, now: () => number = Date.now): Tokens {
  let held: Promise<{ token: string; until: number }> | undefined;
  const logIn = () => {
    const next = loggedIn(role, transport, now);
    held = next;
    next.catch(() => {
      if (held === next) held = undefined;
    });
    return next;
  };
  return {
    token: async () => {
      const current = await (held ?? logIn());
      return (current.until > now() ? current : await logIn()).token;
    },
    instead: async (refused) => {
      const current = await (held ?? logIn());
      return (current.token === refused ? await logIn() : current).token;
    },
  };
}

async function loggedIn({ mount, roleId, secretIdFile }: AppRole, transport: Transport, now: () => number) {
  const began = now();
  const { status, body } = await transport('POST', `auth/${mount}/login`, undefined, {
    role_id: roleId,
    secret_id: await secretFrom(secretIdFile),
  });
  const auth = fieldsOf(fieldsOf(body)?.['auth']);
  const token = auth?.['client_token'];
  if (status === 200 && typeof token === 'string') {
    const seconds = Number(auth?.['lease_duration'] ?? 0);
    // none: it never ends; else a new one in good time
    return { token, until: seconds > 0 ? began + (seconds * 1_000 * 2) / 3 : Infinity };
  }
  const said = errorsOf(body) ?? String(status);
  if (status === 503 && /sealed/i.test(said)) throw new KeysUnavailable('sealed', 'the key service is sealed');
  if (status === 429) throw new KeysUnavailable('busy', 'the key service has too much to do');
  if (status >= 500) throw new KeysUnavailable('failing', `the key service answers ${status} to a login: ${said}`);
  throw new KeysUnavailable('sign-in', `the key service refuses the login by role at "${mount}": ${said}`);
}

async function secretFrom(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new KeysUnavailable('no-credentials', `${path} cannot be read (${error.code ?? 'unknown'})`);
  });
  const secret = text.trim();
  if (/^[\x21-\x7e]+$/.test(secret)) return secret;
  throw new KeysUnavailable('no-credentials', `${path} has ${secret ? 'more than one secret' : 'nothing'} in it`);
}
