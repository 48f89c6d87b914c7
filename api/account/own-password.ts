/** One's own password: asked again before what matters, and changed. */
import { Injectable } from '@nestjs/common';
import { dictionary } from '@zxcvbn-ts/language-common';
import { digestOf, isPassword } from '../../database/demo/seed.js';
import { changePassword, passwordOf, type Viewer } from '../../database/queries/access.js';
import { secondFactorOf } from '../../database/queries/second-factors.js';
import { leastAlone, leastWithSecondFactor, passwordFault } from '../../domain/account/password.js';
import { invalid } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { Attempts } from '../sessions/attempts.js';
import { SignInActs } from '../sessions/sign-in-acts.js';

// some 49,000 that were breached most often
const known = new Set(dictionary['passwords-common']);

@Injectable()
export class OwnPasswords {
  constructor(
    private readonly options: ApiOptions,
    private readonly attempts: Attempts,
    private readonly acts: SignInActs,
  ) {}

  /** Throws a Problem unless it is the password; whoever has none is asked for none. */
  async confirm({ user, username }: Viewer, password: string | undefined, address: string, path = 'password') {
    const own = await passwordOf(this.options.dataSource, username);
    if (!own) return;
    const succeeded = await this.attempts.begin('password', user, address);
    if (!(await isPassword(own.passwordHash, password ?? ''))) {
      await this.acts.keep('passwordFailed', user, { address });
      throw invalid({ path, message: 'is not your password' });
    }
    await succeeded();
  }

  /** Changes it, and ends all other sessions; throws a Problem that says what is wrong with the new one. */
  async change(viewer: Viewer, session: string, before: string, password: string, address: string): Promise<void> {
    const { dataSource } = this.options;
    await this.confirm(viewer, before, address, 'before');
    const least = (await secondFactorOf(dataSource, viewer.user))?.secret ? leastWithSecondFactor : leastAlone;
    const words = [viewer.username, viewer.name, viewer.node.name, viewer.home.name];
    const isKnown = (word: string) => known.has(word);
    const fault = password === before ? 'same-as-before' : passwordFault(password, { least, words, isKnown });
    if (fault) throw invalid({ path: 'password', message: messages[fault](least) });
    await changePassword(dataSource, viewer.user, await digestOf(password), session);
  }
}

const messages = {
  'too-short': (least: number) => `must have at least ${least} characters`,
  'same-as-before': () => 'is the password that you have',
  'known-password': () => 'is known from breaches: take another one',
  'guessable-password': () => 'is easy to guess: take another one',
};
