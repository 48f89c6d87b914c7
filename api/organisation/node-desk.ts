/** Adding, renaming, moving and closing nodes, and what their rates are reckoned over. */
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { basesOf, enterBase } from '../../database/queries/bases.js';
import { addNode, changeNode, changing, closeNode, nodeHistory, nodesOf } from '../../database/queries/nodes.js';
import { allRulebooks } from '../../database/queries/rulebooks.js';
import { mayStandBelow, tiersAbove } from '../../domain/organisation/node.js';
import { idFrom } from '../kernel/digest.js';
import { invalid, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import type { BaseInput, NodeChangeInput, NodeInput } from './inputs.js';
import { nodeWithin } from './part.js';
import { nodeView } from './views.js';

const monthForm = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/;

@Injectable()
export class NodeDesk {
  constructor(private readonly options: ApiOptions) {}

  /** A node with its versions and its statistics base. */
  async one(viewer: Viewer, id: string) {
    const { dataSource } = this.options;
    const node = await nodeWithin(dataSource, viewer, id);
    const [history, bases] = await Promise.all([nodeHistory(dataSource, id), basesOf(dataSource, id)]);
    const inherited = [...node.path].reverse().find(({ rulebook }) => rulebook)?.rulebook;
    return {
      ...nodeView(node),
      ...(inherited ? { inherits: inherited } : {}),
      history: history.map(({ from, ...change }) => ({ ...change, from: from.toISOString() })),
      bases: bases.map(({ at, ...base }) => ({ ...base, at: at.toISOString() })),
    };
  }

  /** The same viewer with the same key adds one node. */
  async add(viewer: Viewer, input: NodeInput, key: string) {
    const { dataSource } = this.options;
    const { tier, parent } = input;
    const name = input.name.trim();
    const id = input.id ?? `n-${idFrom('node', viewer.user, key).replaceAll('-', '').slice(0, 12)}`;
    const above = await nodeWithin(dataSource, viewer, parent);
    if (above.closedAt) throw invalid({ path: 'parent', message: 'is closed' });
    if (!mayStandBelow(tier, above.tier)) throw invalid({ path: 'parent', message: below(tier) });
    const rulebook = await this.rulebook(input.rulebook);
    const added = await changing(dataSource, viewer.user, (tx) => addNode(tx, { id, parent, tier, name, rulebook }));
    if (!added) {
      const [there] = await nodesOf(dataSource, [id]);
      const same = there?.parent === parent && there.name === name && there.tier === tier;
      if (!same) throw new Problem(409, 'taken');
    }
    return this.one(viewer, id);
  }

  async change(viewer: Viewer, id: string, { name, parent, rulebook }: NodeChangeInput) {
    const { dataSource } = this.options;
    const node = await nodeWithin(dataSource, viewer, id);
    const to = parent === undefined ? node.parent : parent;
    if (to !== node.parent) {
      // what one looks after oneself stays where it is
      const above = to === null ? undefined : await nodeWithin(dataSource, viewer, to);
      if (above?.closedAt) throw invalid({ path: 'parent', message: 'is closed' });
      if (!mayStandBelow(node.tier, above?.tier ?? null)) throw invalid({ path: 'parent', message: below(node.tier) });
      if (node.parent !== null) await nodeWithin(dataSource, viewer, node.parent);
    }
    const own = rulebook === undefined ? node.rulebook : await this.rulebook(rulebook);
    await changing(dataSource, viewer.user, (tx) =>
      changeNode(tx, { id, parent: to, name: name.trim(), rulebook: own }),
    );
    return this.one(viewer, id);
  }

  async close(viewer: Viewer, id: string) {
    const { dataSource } = this.options;
    const node = await nodeWithin(dataSource, viewer, id);
    if (node.parent !== null) await nodeWithin(dataSource, viewer, node.parent);
    const inTheWay = await changing(dataSource, viewer.user, (tx) => closeNode(tx, id));
    if (inTheWay) throw new Problem(409, 'in-the-way', { params: inTheWay });
    return this.one(viewer, id);
  }

  /** Enters what a project's rates of a month are reckoned over; what was entered before is kept. */
  async enterBase(viewer: Viewer, id: string, month: string, input: BaseInput) {
    const { dataSource } = this.options;
    const { tier } = await nodeWithin(dataSource, viewer, id);
    if (tier !== 'project') throw invalid({ path: 'id', message: 'is no project' });
    if (!monthForm.test(month)) throw invalid({ path: 'month', message: 'must be a month such as 2026-11' });
    const { kind = null, households = null, floorArea = null } = input;
    if (households === null && floorArea === null) {
      throw invalid({ path: 'households', message: 'or floorArea must be given' });
    }
    const base = { project: id, month, kind, households, floorArea, by: viewer.user };
    await dataSource.transaction((tx) => enterBase(tx, base));
    return this.one(viewer, id);
  }

  private async rulebook(id: string | null | undefined): Promise<string | null> {
    if (id === undefined || id === null || id === '') return null;
    const known = await allRulebooks(this.options.dataSource);
    if (!known.some((one) => one.id === id && one.isInForce)) {
      throw invalid({ path: 'rulebook', message: `"${id}" is no rulebook in force` });
    }
    return id;
  }
}

const below = (tier: NodeInput['tier']): string => `must be a ${tiersAbove(tier).join(' or a ')}: it is for a ${tier}`;
