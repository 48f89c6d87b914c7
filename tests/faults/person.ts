/** A person at the API who does not give up: the same request with the same key until it is answered. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** What was seen on the way. */
export interface Seen {
  /** 503 with how many seconds to wait. */
  unavailable: number;
  /** 503 that did not say when to come back. */
  withoutRetryAfter: number;
  /** No answer at all. */
  broken: number;
  /** Anything that is neither done nor 503. */
  odd: string[];
}

export const newSeen = (): Seen => ({ unavailable: 0, withoutRetryAfter: 0, broken: 0, odd: [] });

const patience = 120_000;

export class Person {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly seen: Seen,
  ) {}

  static async logIn(url: string, username: string, password: string, seen: Seen): Promise<Person> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`${username} cannot log in: ${response.status} ${await response.text()}`);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return new Person(url, cookie, seen);
  }

  get(path: string): Promise<Answer> {
    return this.insist(path, { method: 'GET' });
  }

  /** The same key however often it is sent. */
  post(path: string, body: unknown, key: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.insist(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  private async insist(path: string, request: RequestInit): Promise<Answer> {
    const until = Date.now() + patience;
    for (;;) {
      const answer = await this.once(path, request);
      if (answer) return answer;
      if (Date.now() > until) throw new Error(`${request.method} ${path}: no answer in ${patience / 1000} s`);
      await pause(200 + Math.random() * 400);
    }
  }

  /** Undefined when it is to be tried again. */
  private async once(path: string, request: RequestInit): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${this.url}${path}`, {
        ...request,
        headers: { ...request.headers, cookie: this.cookie },
        signal: AbortSignal.timeout(30_000),
      });
      const body = (await response.json()) as Record<string, unknown>;
      if (response.status === 503) {
        this.seen.unavailable++;
        if (!response.headers.get('retry-after')) this.seen.withoutRetryAfter++;
        return undefined;
      }
      if (!response.ok) this.seen.odd.push(`${request.method} ${path}: ${response.status} ${JSON.stringify(body)}`);
      return { status: response.status, body };
    } catch {
      this.seen.broken++;
      return undefined;
    }
  }
}
