/**
 * Stands in for a key service: the transit engine, tokens and AppRole of OpenBao at the level of HTTP. Statuses and
 * sentences are those that OpenBao 2.7.2 answered to the same requests.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TransitKey } from '../../vault/transit/transit-key.js';
import { transportTo } from '../../vault/transit/transport.js';

interface Key {
  type: string;
  derived: boolean;
  /** Version 1 first. */
  versions: Buffer[];
  minDecryption: number;
}

interface Said {
  status: number;
  body?: unknown;
}

type Fields = Record<string, string | undefined>;

const failed = 'cipher: message authentication failed';

export class KeyServiceStandIn {
  /** `away` breaks connections, `slow` never answers, `failing` is a 500, `strange` is no key service at all. */
  state: 'open' | 'sealed' | 'failing' | 'busy' | 'slow' | 'away' | 'strange' = 'open';
  namespace: string | undefined;
  readonly tokens = new Set<string>();
  /** Role id to secret id. */
  readonly roles = new Map<string, string>();
  /** Seconds that a token got by a role lives, as it says. */
  lease = 60;
  /** What a token may not do: `encrypt`, `decrypt`, `rewrap`, `keys`. */
  readonly forbidden = new Set<string>();
  readonly keys = new Map<string, Key>();
  /** What was asked, as `POST transit/encrypt/huiyin`. */
  readonly asked: string[] = [];
  private readonly server = createServer((request, response) => {
    void this.take(request).then((said) => {
      if (said === 'break') request.socket.destroy();
      if (typeof said === 'string') return;
      const { status, body } = said;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A master key in it, that is there from now on. */
  async masterKey(): Promise<TransitKey> {
    const place = { address: await this.listen(), mount: 'transit', key: 'huiyin' };
    this.makeKey(place.key);
    this.tokens.add('s.token');
    const tokens = { token: () => Promise.resolve('s.token'), instead: () => Promise.resolve(undefined) };
    return new TransitKey(place, transportTo({ ...place, patience: 2_000 }), tokens);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  makeKey(name: string, { derived = true, type = 'aes256-gcm96' } = {}): void {
    this.keys.set(name, { type, derived, versions: [randomBytes(32)], minDecryption: 1 });
  }

  /** A new version; earlier ones than `least` are not opened any more. */
  rotate(name: string, least = 1): void {
    const key = this.keys.get(name);
    key?.versions.push(randomBytes(32));
    if (key) key.minDecryption = least;
  }

  private async take(request: IncomingMessage): Promise<Said | 'nothing' | 'break'> {
    let text = '';
    for await (const part of request) text += String(part);
    const path = (request.url ?? '').replace(/^\/v1\//, '');
    this.asked.push(`${request.method} ${path}`);
    switch (this.state) {
      case 'away':
        return 'break';
      case 'slow':
        return 'nothing';
      case 'sealed':
        return wrong(503, 'Vault is sealed');
      case 'failing':
        return wrong(500, 'internal error');
      case 'busy':
        return wrong(429, 'request path "transit": rate limit quota exceeded');
      case 'strange':
        return { status: 200, body: '<html>welcome</html>' };
      case 'open':
        return this.answer(request, path, (text ? JSON.parse(text) : {}) as Fields);
    }
  }

  private answer({ method, headers }: IncomingMessage, path: string, fields: Fields): Said {
    if (headers['x-vault-namespace'] !== this.namespace) return wrong(404, 'namespace not found');
    if (path === 'auth/approle/login') return this.login(fields);
    const [mount, what = '', name = ''] = path.split('/');
    if (!this.tokens.has(String(headers['x-vault-token']))) return wrong(403, 'permission denied');
    if (mount !== 'transit') return wrong(404, `no handler for route "${path}". route entry not found.`);
    if (this.forbidden.has(what)) return wrong(403, 'permission denied');
    const key = this.keys.get(name);
    if (method === 'GET') return key ? described(name, key) : { status: 404, body: { errors: [] } };
    if (!key) return wrong(400, 'encryption key not found');
    if (key.derived && !fields['context']) return wrong(400, "missing 'context' for key derivation");
    if (what === 'encrypt') return encrypted(key, bytes(fields['plaintext']), fields);
    const plain = decrypted(key, what === 'rewrap' ? { ...fields, associated_data: undefined } : fields);
    if (typeof plain === 'string') return wrong(400, plain);
    return what === 'rewrap' ? encrypted(key, plain, fields) : right({ plaintext: plain.toString('base64') });
  }

  private login({ role_id: role = '', secret_id: secret = '' }: Fields): Said {
    if (!secret) return wrong(400, 'missing secret_id');
    if (this.roles.get(role) !== secret) return wrong(400, 'invalid role or secret ID');
    const token = `s.${randomUUID()}`;
    this.tokens.add(token);
    const auth = { client_token: token, lease_duration: this.lease, renewable: true };
    return { status: 200, body: { data: null, auth } };
  }
}

const bytes = (base64: string | undefined) => Buffer.from(base64 ?? '', 'base64');
const wrong = (status: number, ...errors: string[]): Said => ({ status, body: { errors } });
const right = (data: object): Said => ({ status: 200, body: { request_id: randomUUID(), data, auth: null } });

function described(name: string, { type, derived, versions, minDecryption }: Key): Said {
  const more = { supports_encryption: true, supports_decryption: true };
  return right({
    name,
    type,
    derived,
    latest_version: versions.length,
    min_decryption_version: minDecryption,
    ...more,
  });
}

function encrypted(key: Key, plain: Buffer, fields: Fields): Said {
  const version = key.versions.length;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key, version, fields), nonce);
  cipher.setAAD(bytes(fields['associated_data']));
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return right({ ciphertext: `vault:v${version}:${sealed.toString('base64')}`, key_version: version });
}

/** A string says what is wrong. */
function decrypted(key: Key, fields: Fields): Buffer | string {
  const [, version, base64] = /^vault:v(\d+):(.*)$/.exec(fields['ciphertext'] ?? '') ?? [];
  if (version === undefined) return 'invalid ciphertext: no prefix';
  if (Number(version) > key.versions.length) return 'invalid ciphertext: version is too new';
  if (Number(version) < key.minDecryption) return 'ciphertext or signature version is disallowed by policy (too old)';
  const sealed = bytes(base64);
  if (sealed.length < 28) return 'invalid ciphertext length';
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key, Number(version), fields), sealed.subarray(0, 12));
  decipher.setAAD(bytes(fields['associated_data'])).setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch {
    return failed;
  }
}

function keyOf({ derived, versions }: Key, version: number, fields: Fields): Buffer {
  const key = versions[version - 1] ?? Buffer.alloc(32);
  return derived ? Buffer.from(hkdfSync('sha256', key, '', bytes(fields['context']), 32)) : key;
}
