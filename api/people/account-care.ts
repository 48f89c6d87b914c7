/** What administrators do for accounts beside passwords: the e-mail address, and the second factor of a phone that is lost. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../database/queries/access.js';
import { keepAct } from '../../database/queries/acts.js';
import { preferencesOf } from '../../database/queries/notice-preferences.js';
import { changing } from '../../database/queries/nodes.js';
import { addNotices, type NewNotice } from '../../database/queries/notices.js';
import { changeEmail } from '../../database/queries/people.js';
import { removeSecondFactor } from '../../database/queries/second-factors.js';
import { endOtherSessions } from '../../database/queries/sessions.js';
import { sayOfReset } from '../../domain/account/telling.js';
import { Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { PeopleDesk } from './people-desk.js';

@Injectable()
export class AccountCare {
  constructor(
    private readonly options: ApiOptions,
    private readonly people: PeopleDesk,
  ) {}

  /** The address by which an identity provider's account is found; it is not verified before that has happened. */
  async setEmail(viewer: Viewer, id: string, email: string | null) {
    await this.people.entrusted(viewer, id);
    const changed = await changing(this.options.dataSource, viewer.user, (tx) => changeEmail(tx, id, email));
    if (!changed) throw new Problem(409, 'email-taken');
    return this.people.one(viewer, id);
  }

  /** Takes the second factor away and ends all sessions; the person is told who did it and why. */
  async resetSecondFactor(viewer: Viewer, id: string, reason: string) {
    const { secondFactor } = await this.people.entrusted(viewer, id);
    if (!secondFactor) throw new Problem(409, 'no-second-factor');
    await changing(this.options.dataSource, viewer.user, async (tx) => {
      await removeSecondFactor(tx, id);
      await endOtherSessions(tx, id, undefined);
      const { user, roles } = viewer;
      const act = await keepAct(tx, { user, roles, act: 'resetSecondFactor', about: { id, reason } }, new Date());
      await this.tell(tx, viewer, { id, reason, act });
    });
    return this.people.one(viewer, id);
  }

  private async tell(
    tx: EntityManager,
    viewer: Viewer,
    { id, reason, act }: { id: string; reason: string; act: string },
  ) {
    const { email } = await preferencesOf(this.options.dataSource, id);
    const base = {
      about: `account/${id}/${act}`,
      complaint: null,
      mark: 'Account:secondFactorReset',
      kind: 'work' as const,
      recipient: id,
      urgent: true,
      digest: false,
      notBefore: new Date(),
      content: sayOfReset({ by: viewer.name, reason }),
    };
    const inbox: NewNotice = { ...base, way: 'inbox', address: null };
    const mail: NewNotice = { ...base, way: 'email', address: { key: `user:${id}`, user: id } };
    await addNotices(tx, [inbox, ...(this.options.mail && email ? [mail] : [])]);
  }
}
