/** Coming in and going, as acts: those of the people themselves, and what somebody tries at their accounts. */
import { Injectable } from '@nestjs/common';
import { type GivenAct, keepAct, keepActOnce } from '../../database/queries/acts.js';
import { userOfName } from '../../database/queries/access.js';
import { ApiOptions } from '../options.js';

/** Minutes: a lock that goes on is one. */
const locked = 15;

@Injectable()
export class SignInActs {
  constructor(private readonly options: ApiOptions) {}

  async keep(act: SignInAct, user: string, about: Record<string, unknown>, roles: string[] = []): Promise<void> {
    await keepAct(this.options.dataSource, { user, roles, act, about }, new Date());
  }

  /** After the answer, which takes as long for an account that there is as for one that there is not. */
  later(act: SignInAct, user: string, about: Record<string, unknown>): void {
    this.keep(act, user, about).catch((error: unknown) => this.options.onFault?.(error));
  }

  /** Somebody has to wait at an account: at one that there is it is kept, after the answer. */
  lock(what: 'login' | 'second-factor' | 'password', account: string, address: string): void {
    const { dataSource } = this.options;
    const known = what === 'login' ? userOfName(dataSource, account) : Promise.resolve(account);
    known
      .then(async (user) => {
        if (user === undefined) return;
        const act: GivenAct = { user, roles: [], act: 'logInLocked', about: { what, address } };
        await keepActOnce(dataSource, act, new Date(), locked);
      })
      .catch((error: unknown) => this.options.onFault?.(error));
  }
}

type SignInAct = 'logIn' | 'logInFailed' | 'secondFactorFailed' | 'passwordFailed' | 'logOut';
