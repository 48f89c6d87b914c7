/** A master key in a transit engine: it wraps there and never leaves it. */
import type { MasterKey, Wrapped } from '../master.js';
import { type Answer, dataOf, descriptionOf, type KeyDescription, type Place, versionOf } from './answers.js';
import type { Tokens } from './tokens.js';
import type { Transport } from './transport.js';

/** An encrypted key is text such as `vault:v2:…`; kept as its bytes. All may throw KeysUnavailable. */
export class TransitKey implements MasterKey {
  readonly id: string;
  // whether it derives is settled when a key is made
  private derives: Promise<boolean> | undefined;

  constructor(
    private readonly place: Place,
    private readonly transport: Transport,
    private readonly tokens: Tokens,
  ) {
    this.id = `${place.mount}/${place.key}`;
  }

  async newest(): Promise<string> {
    return this.under((await this.describe()).latest);
  }

  async wrap(key: Uint8Array, owner: string): Promise<Wrapped> {
    const plaintext = Buffer.from(key).toString('base64');
    const { ciphertext } = await this.ask('encrypt', { plaintext, ...(await this.binding(owner)) });
    return this.wrapped(ciphertext);
  }

  /** Throws KeyRefused for what was altered, is another owner's, or of a version that is no longer opened. */
  async unwrap(wrapped: Uint8Array, owner: string): Promise<Uint8Array> {
    const ciphertext = Buffer.from(wrapped).toString('latin1');
    const { plaintext } = await this.ask('decrypt', { ciphertext, ...(await this.binding(owner)) });
    return new Uint8Array(Buffer.from(String(plaintext), 'base64'));
  }

  /** In the engine itself where it can: it rewraps by context, but not by associated data. */
  async rewrap(wrapped: Uint8Array, owner: string): Promise<Wrapped> {
    const binding = await this.binding(owner);
    if (!('context' in binding)) return this.wrap(await this.unwrap(wrapped, owner), owner);
    const { ciphertext } = await this.ask('rewrap', {
      ciphertext: Buffer.from(wrapped).toString('latin1'),
      ...binding,
    });
    return this.wrapped(ciphertext);
  }

  private wrapped(ciphertext: unknown): Wrapped {
    const text = String(ciphertext);
    return { under: this.under(versionOf(text)), wrapped: new Uint8Array(Buffer.from(text, 'latin1')) };
  }

  private readonly under = (version: number): string => `${this.id}:v${version}`;

  private async binding(owner: string): Promise<{ context: string } | { associated_data: string }> {
    // asked before anything is wrapped, too: a missing key would be made by wrapping
    this.derives ??= this.describe().then(({ derived }) => derived);
    const derives = await this.derives.catch((error: unknown) => {
      this.derives = undefined;
      throw error;
    });
    const bound = Buffer.from(owner).toString('base64');
    return derives ? { context: bound } : { associated_data: bound };
  }

  private async describe(): Promise<KeyDescription> {
    const { mount, key } = this.place;
    const asked = `read ${mount}/keys/${key}`;
    const path = `${mount}/keys/${encodeURIComponent(key)}`;
    const answer = await this.withToken((token) => this.transport('GET', path, token));
    return descriptionOf(dataOf(answer, this.place, asked), this.place);
  }

  private async ask(what: 'encrypt' | 'decrypt' | 'rewrap', body: object): Promise<Record<string, unknown>> {
    const { mount, key } = this.place;
    const path = `${mount}/${what}/${encodeURIComponent(key)}`;
    const answer = await this.withToken((token) => this.transport('POST', path, token, body));
    return dataOf(answer, this.place, `${what} with ${mount}/${what}/${key}`);
  }

  /** Once more with a newer token when one is refused: it may just have ended. */
  private async withToken(ask: (token: string) => Promise<Answer>): Promise<Answer> {
    const token = await this.tokens.token();
    const answer = await ask(token);
    if (answer.status !== 403) return answer;
    const other = await this.tokens.instead(token);
    return other === undefined ? answer : await ask(other);
  }
}
