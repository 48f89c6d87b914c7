/** Guessing is slow: per account, per address, and per account at an address. */
import { Injectable } from '@nestjs/common';
import { countAttempt, forgetAttempt, forgetFailures } from '../../database/queries/throttle.js';
import { digest } from '../kernel/digest.js';
import { Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { SignInActs } from './sign-in-acts.js';

@Injectable()
export class Attempts {
  constructor(
    private readonly options: ApiOptions,
    private readonly acts: SignInActs,
  ) {}

  /**
   * Counts an attempt at something of an account from an address before it is made; what it answers is called when it
   * succeeded. Throws a Problem (429) that says how long to wait.
   */
  async begin(what: 'login' | 'second-factor' | 'password', account: string, address: string): Promise<Succeeded> {
    const { dataSource } = this.options;
    const pair = { key: digest(what, account, address), free: 5 };
    const own = { key: digest(what, account), free: what === 'login' ? 20 : 5 };
    // an office of many people may be one address
    const from = { key: digest('address', address), free: 50 };
    for (const counted of [pair, own, from]) {
      const wait = await countAttempt(dataSource, counted);
      if (wait === 0) continue;
      if (counted !== from) this.acts.lock(what, account, address);
      throw new Problem(429, 'too-many-attempts', { retryAfter: wait });
    }
    return async () => {
      await forgetFailures(dataSource, [pair.key, own.key]);
      await forgetAttempt(dataSource, from.key);
    };
  }
}

type Succeeded = () => Promise<void>;
