/** Logging in with a password. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { digestOf, isPassword } from '../../database/demo/seed.js';
import { closeSession, openSession, passwordOf, type Viewer, viewerByUser } from '../../database/queries/access.js';
import { countFailure, forgetFailures, waitFor } from '../../database/queries/throttle.js';
import { digest } from '../kernel/digest.js';
import { Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';

export const sessionSeconds = 12 * 3_600;

@Injectable()
export class LoginDesk {
  // somebody who does not exist takes as long to be refused as somebody who does
  private nobody: Promise<string> | undefined;

  constructor(private readonly options: ApiOptions) {}

  /** Opens a session; failures by the same name from the same address have to wait longer and longer. */
  async open(username: string, password: string, address: string): Promise<{ viewer: Viewer; token: string }> {
    const { dataSource } = this.options;
    const key = digest('login', username, address);
    const wait = await waitFor(dataSource, key);
    if (wait > 0) throw new Problem(429, 'too-many-attempts', { retryAfter: wait });
    const known = await passwordOf(dataSource, username);
    this.nobody ??= digestOf(randomBytes(16).toString('hex'));
    const right = await isPassword(known?.passwordHash ?? (await this.nobody), password);
    const viewer = known && right ? await viewerByUser(dataSource, known.user) : undefined;
    if (!viewer) {
      await countFailure(dataSource, key);
      throw new Problem(401, 'wrong-credentials');
    }
    const token = randomBytes(32).toString('base64url');
    await Promise.all([
      openSession(dataSource, viewer.user, digest(token), sessionSeconds),
      forgetFailures(dataSource, key),
    ]);
    return { viewer, token };
  }

  async close(token: string): Promise<void> {
    await closeSession(this.options.dataSource, digest(token));
  }
}
