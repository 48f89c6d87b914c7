/** Accounts of people: made, renamed, let in and no longer let in. */
import { Injectable } from '@nestjs/common';
import { digestOf as passwordDigest } from '../../database/demo/seed.js';
import type { Viewer } from '../../database/queries/access.js';
import { giveRoles, membershipsOf, substitutionsOf } from '../../database/queries/memberships.js';
import { changing } from '../../database/queries/nodes.js';
import {
  accountOf,
  activate,
  addAccount,
  anotherAdministrator,
  changeAccount,
  givePassword,
  openWork,
} from '../../database/queries/people.js';
import { askingOf } from '../../domain/organisation/viewer.js';
import { invalid, notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { nodeWithin, topsOf } from '../organisation/part.js';
import type { PersonChangeInput, PersonInput } from './inputs.js';
import { oneTimePassword } from './one-time-password.js';

const shownWork = 500;

@Injectable()
export class PeopleDesk {
  constructor(private readonly options: ApiOptions) {}

  /** Somebody of the viewer's part. */
  async account(viewer: Viewer, id: string) {
    const account = await accountOf(this.options.dataSource, topsOf(viewer), id);
    if (!account) throw notFound();
    return account;
  }

  /** Somebody whose whole place is in the viewer's part, and who is not the viewer. */
  async entrusted(viewer: Viewer, id: string) {
    const account = await this.account(viewer, id);
    if (!account.whole) throw new Problem(403, 'forbidden');
    if (id === viewer.user) throw new Problem(409, 'own-roles');
    return account;
  }

  async one(viewer: Viewer, id: string) {
    const { dataSource } = this.options;
    const account = await this.account(viewer, id);
    const [given, substitutions, work] = await Promise.all([
      membershipsOf(dataSource, id),
      substitutionsOf(dataSource, id),
      openWork(dataSource, id, askingOf(viewer), shownWork),
    ]);
    const span = <T extends { from: Date; to: Date | null }>(one: T) => ({
      ...one,
      from: one.from.toISOString(),
      to: one.to?.toISOString() ?? null,
    });
    return {
      ...account,
      given: given.map(span),
      substitutions: substitutions.map((one) => ({ ...span(one), to: one.to.toISOString() })),
      work: work.length,
    };
  }

  /** Adds somebody; the password is shown this once. */
  async add(viewer: Viewer, { username, name, home, roles = [] }: PersonInput) {
    const { dataSource } = this.options;
    await this.openNode(viewer, home);
    const password = oneTimePassword();
    const passwordHash = await passwordDigest(password);
    await changing(dataSource, viewer.user, async (tx) => {
      const account = { id: username, username, name: name.trim(), home, passwordHash };
      if (!(await addAccount(tx, account))) throw new Problem(409, 'taken');
      if (roles.length > 0) await giveRoles(tx, { user: username, node: home, roles, by: viewer.user });
    });
    return { id: username, username, name: name.trim(), password };
  }

  async change(viewer: Viewer, id: string, { name, home }: PersonChangeInput) {
    await this.entrusted(viewer, id);
    await this.openNode(viewer, home);
    await changing(this.options.dataSource, viewer.user, (tx) => changeAccount(tx, { id, name: name.trim(), home }));
    return this.one(viewer, id);
  }

  /** Makes another password, shown this once; whoever was logged in as them is no longer. */
  async resetPassword(viewer: Viewer, id: string) {
    const { username, name, active } = await this.entrusted(viewer, id);
    if (!active) throw new Problem(409, 'already');
    const password = oneTimePassword();
    const passwordHash = await passwordDigest(password);
    await changing(this.options.dataSource, viewer.user, (tx) => givePassword(tx, { id, passwordHash, made: true }));
    return { id, username, name, password };
  }

  /** Sessions and tokens end at once; what they handle must have been handed over. */
  async deactivate(viewer: Viewer, id: string) {
    const { dataSource } = this.options;
    const { memberships } = await this.entrusted(viewer, id);
    const work = await openWork(dataSource, id, [], shownWork);
    if (work.length > 0) throw new Problem(409, 'has-open-work', { params: { complaints: work.length } });
    const isAdmin = memberships.some(({ roles }) => roles.includes('admin'));
    if (isAdmin && !(await anotherAdministrator(dataSource, id))) throw new Problem(409, 'last-administrator');
    await changing(dataSource, viewer.user, (tx) => activate(tx, id, false));
    return this.one(viewer, id);
  }

  async reactivate(viewer: Viewer, id: string) {
    await this.entrusted(viewer, id);
    await changing(this.options.dataSource, viewer.user, (tx) => activate(tx, id, true));
    return this.one(viewer, id);
  }

  /** A node of the viewer's part where people may be placed. */
  async openNode(viewer: Viewer, id: string, path = 'home'): Promise<void> {
    const node = await nodeWithin(this.options.dataSource, viewer, id).catch(() => undefined);
    if (!node) throw invalid({ path, message: `"${id}" is no node of your part of the organisation` });
    if (node.closedAt) throw invalid({ path, message: 'is closed' });
  }
}
