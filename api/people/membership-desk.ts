/** Roles at nodes, who stands in for whom, and handing open work over. */
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { addSubstitution, endRoles, endSubstitution, giveRoles } from '../../database/queries/memberships.js';
import { changing } from '../../database/queries/nodes.js';
import { anotherAdministrator, openWork } from '../../database/queries/people.js';
import type { Selection } from '../../database/queries/selection.js';
import { askingOf, personAnywhere } from '../../domain/organisation/viewer.js';
import { BatchDesk } from '../batches/batch-desk.js';
import { idFrom } from '../kernel/digest.js';
import { invalid, notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import type { HandOverInput, MembershipInput, SubstitutionInput } from './inputs.js';
import { PeopleDesk } from './people-desk.js';

const longest = 366 * 86_400_000;

@Injectable()
export class MembershipDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly people: PeopleDesk,
    private readonly batches: BatchDesk,
  ) {}

  /** Instead of the roles that they have at that node. */
  async give(viewer: Viewer, user: string, { node, roles, until }: MembershipInput) {
    const { active } = await this.mine(viewer, user);
    if (!active) throw new Problem(409, 'already');
    await this.people.openNode(viewer, node, 'node');
    if (until !== undefined && !(Date.parse(until) > Date.now())) {
      throw invalid({ path: 'until', message: 'must lie in the future' });
    }
    await this.changing(viewer, user, (tx) => giveRoles(tx, { user, node, roles, until, by: viewer.user }));
    return this.people.one(viewer, user);
  }

  async end(viewer: Viewer, user: string, id: string) {
    await this.mine(viewer, user);
    const { given } = await this.people.one(viewer, user);
    const one = given.find((found) => found.id === id);
    if (!one) throw notFound();
    await this.people.openNode(viewer, one.node.id, 'node').catch(() => {
      throw notFound();
    });
    await this.changing(viewer, user, async (tx) => {
      if ((await endRoles(tx, { user, id, by: viewer.user })) === 0) throw new Problem(409, 'already');
    });
    return this.people.one(viewer, user);
  }

  /** For a period; both must be of the viewer's part, the absent one with all their roles. */
  async substitute(viewer: Viewer, absent: string, input: SubstitutionInput, key: string) {
    await this.people.entrusted(viewer, absent);
    const { substitute, from, until, why } = input;
    const wrong = (path: string, message: string) => invalid({ path, message });
    if (substitute === absent) throw wrong('substitute', 'must be another person');
    if (substitute === viewer.user) throw new Problem(409, 'own-roles');
    const found = await this.people.account(viewer, substitute).catch(() => undefined);
    if (!found?.active) throw wrong('substitute', `"${substitute}" is nobody of your part of the organisation`);
    const [begin, end] = [Date.parse(from), Date.parse(until)];
    if (!(end > begin)) throw wrong('until', 'must be later than from');
    if (!(end > Date.now())) throw wrong('until', 'must lie in the future');
    if (end - begin > longest) throw wrong('until', 'must be within a year');
    const id = idFrom('substitution', viewer.user, key);
    // nobody stood in before it was said
    const given = { id, absent, substitute, why: why.trim(), until, by: viewer.user };
    const start = new Date(Math.max(begin, Date.now())).toISOString();
    await changing(this.options.dataSource, viewer.user, (tx) => addSubstitution(tx, { ...given, from: start }));
    return this.people.one(viewer, absent);
  }

  async endSubstitution(viewer: Viewer, absent: string, id: string) {
    await this.people.entrusted(viewer, absent);
    const ended = await changing(this.options.dataSource, viewer.user, (tx) =>
      endSubstitution(tx, { id, user: absent, by: viewer.user }),
    );
    if (!ended) throw notFound();
    return this.people.one(viewer, absent);
  }

  /** What somebody handles, by arrival. */
  async work(viewer: Viewer, user: string) {
    await this.people.account(viewer, user);
    return { items: await openWork(this.options.dataSource, user, askingOf(viewer), 500) };
  }

  /** All that they handle within the viewer's part goes to another handler, one by one. */
  async handOver(viewer: Viewer, user: string, { to, reason }: HandOverInput, key: string) {
    await this.mine(viewer, user);
    if (to === user) throw invalid({ path: 'to', message: 'must be another person' });
    const receiver = await this.people.account(viewer, to).catch(() => undefined);
    if (!receiver?.active) throw invalid({ path: 'to', message: `"${to}" is nobody of your part of the organisation` });
    const { projects } = viewer;
    const selection: Selection = { open: true, handlers: [user], ...(projects ? { projects } : {}) };
    const task = { selection, to, person: personAnywhere(viewer) };
    return this.batches.start(viewer, key, { kind: 'reassign', task, selection, why: reason.trim() });
  }

  private async mine(viewer: Viewer, user: string) {
    if (user === viewer.user) throw new Problem(409, 'own-roles');
    return this.people.account(viewer, user);
  }

  /** Nobody is left without an administrator of the whole. */
  private async changing(viewer: Viewer, user: string, work: Parameters<typeof changing>[2]): Promise<void> {
    await changing(this.options.dataSource, viewer.user, async (tx) => {
      const before = await anotherAdministrator(tx, '');
      await work(tx);
      if (before && !(await anotherAdministrator(tx, ''))) throw new Problem(409, 'last-administrator');
      return user;
    });
  }
}
