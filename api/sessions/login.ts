/** Logging in with a password. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { digestOf, isPassword } from '../../database/demo/seed.js';
import { passwordOf } from '../../database/queries/access.js';
import { Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { Attempts } from './attempts.js';
import { SignInActs } from './sign-in-acts.js';

@Injectable()
export class LoginDesk {
  // somebody who does not exist takes as long to be refused as somebody who does
  private nobody: Promise<string> | undefined;

  constructor(
    private readonly options: ApiOptions,
    private readonly attempts: Attempts,
    private readonly acts: SignInActs,
  ) {}

  /** The id of the user whose password it is; too many failures have to wait longer and longer. */
  async check(username: string, password: string, address: string): Promise<string> {
    const succeeded = await this.attempts.begin('login', username, address);
    const known = await passwordOf(this.options.dataSource, username);
    this.nobody ??= digestOf(randomBytes(16).toString('hex'));
    const right = await isPassword(known?.passwordHash ?? (await this.nobody), password);
    if (known && !right) this.acts.later('logInFailed', known.user, { address });
    if (!known || !right) throw new Problem(401, 'wrong-credentials');
    await succeeded();
    return known.user;
  }
}
