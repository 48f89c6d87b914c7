/** Second factors: set up, asked for, replaced by a recovery code when the phone is lost. */
import { Injectable } from '@nestjs/common';
import {
  confirmSecret,
  proposeSecret,
  replaceCodes,
  secondFactorOf,
  takeCode,
  takeStep,
} from '../../database/queries/second-factors.js';
import { decrypt, encrypt } from '../../vault/master.js';
import { invalid, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { Attempts } from './attempts.js';
import { newRecoveryCodes, recoveryDigest } from './recovery.js';
import { SignInActs } from './sign-in-acts.js';
import { base32, newTotpSecret, stepOf, totpUri } from './totp.js';

@Injectable()
export class SecondFactors {
  constructor(
    private readonly options: ApiOptions,
    private readonly attempts: Attempts,
    private readonly acts: SignInActs,
  ) {}

  /** Takes a code of the app or a recovery code; throws a Problem unless it is right, and new. */
  async check(user: string, code: string, address: string): Promise<void> {
    const succeeded = await this.attempts.begin('second-factor', user, address);
    if (!(await this.take(user, code))) {
      await this.acts.keep('secondFactorFailed', user, { address });
      throw new Problem(401, 'wrong-code');
    }
    await succeeded();
  }

  /** A new secret, to be shown once; it is in force after its first code. */
  async propose(user: string, username: string): Promise<{ secret: string; uri: string }> {
    const secret = newTotpSecret();
    await proposeSecret(this.options.dataSource, user, encrypt(await this.key(), secret, user));
    return { secret: base32(secret), uri: totpUri(secret, username) };
  }

  /** Brings the proposed secret into force by its first code; answers the recovery codes. */
  async confirm(user: string, session: string, code: string, address: string): Promise<string[]> {
    const succeeded = await this.attempts.begin('second-factor', user, address);
    const { dataSource } = this.options;
    const sealed = (await secondFactorOf(dataSource, user))?.proposed;
    if (!sealed) throw new Problem(409, 'nothing-proposed');
    const step = stepOf(decrypt(await this.key(), sealed, user), code, Date.now());
    if (step === undefined) throw invalid({ path: 'code', message: 'is not the code of now' });
    const codes = newRecoveryCodes();
    const digests = codes.map((one) => recoveryDigest(user, one));
    if (!(await confirmSecret(dataSource, { user, session, sealed, step, codes: digests }))) {
      throw new Problem(409, 'nothing-proposed');
    }
    await succeeded();
    return codes;
  }

  /** Other recovery codes; those before are worth nothing. */
  async recover(user: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await replaceCodes(
      this.options.dataSource,
      user,
      codes.map((one) => recoveryDigest(user, one)),
    );
    return codes;
  }

  private async take(user: string, code: string): Promise<boolean> {
    const { dataSource } = this.options;
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return await takeCode(dataSource, user, recoveryDigest(user, code));
    const sealed = (await secondFactorOf(dataSource, user))?.secret;
    const step = sealed && stepOf(decrypt(await this.key(), sealed, user), digits, Date.now());
    return typeof step === 'number' && (await takeStep(dataSource, user, step));
  }

  private async key(): Promise<Uint8Array> {
    const { keyring } = this.options;
    if (!keyring) throw new Error('second factors need the keyring');
    return await keyring.houseKey('second factor');
  }
}
