/** Papers for somebody: those of their part of the organisation, and the steps that are theirs. */
import { Injectable } from '@nestjs/common';
import { missingOf, receive, stepPaper, type StepOrder } from '../../database/change-papers.js';
import { correctPaper } from '../../database/correct-papers.js';
import type { Viewer } from '../../database/queries/access.js';
import { nodePath } from '../../database/queries/organisation.js';
import {
  findPaper,
  type FoundPaper,
  isAbove,
  listPapers,
  notSeen,
  paperStory,
  seenPaper,
} from '../../database/queries/papers.js';
import type { Family } from '../../domain/paper/kinds.js';
import { kinds } from '../../domain/paper/kinds.js';
import type { Paper } from '../../domain/paper/paper.js';
import { namedIn, withheld } from '../../domain/paper/withhold.js';
import { allowedSteps, type Holder, type PaperRefusal, type StepInput } from '../../domain/paper/steps.js';
import { idFrom } from '../kernel/digest.js';
import { forbidden, notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { PaperEngine } from './engine.js';
import { paperCursorOf, paperCursorText, type PapersQuery } from './papers-query.js';
import { headOf, viewOf } from './views.js';

@Injectable()
export class PaperDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: PaperEngine,
  ) {}

  async list(viewer: Viewer, family: Family, { after, limit = 50, mine, order, ...filters }: PapersQuery) {
    const from = viewer.node.id;
    const cursor = after ? { after: paperCursorOf(after) } : {};
    const roles = viewer.memberships.map((one) => ({ node: one.node.id, roles: one.roles }));
    const asked = {
      ...{ ...filters, family, from, sight: viewer, order: order ?? (mine ? 'next' : 'latest') },
      ...(mine ? { mine: roles } : {}),
    };
    const found = await listPapers(this.options.dataSource, asked, { limit: limit + 1, ...cursor });
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      items: found.slice(0, limit).map(headOf),
      ...(last ? { next: paperCursorText({ due: last.due.toISOString(), id: last.id }) } : {}),
    };
  }

  /** Opening what was sent to me is a receipt. */
  async open(viewer: Viewer, id: string, family?: Family) {
    const found = await this.find(viewer, id, family);
    const holder = await this.holder(viewer, found.paper);
    if (found.paper.state === 'issued' && holder.receives) await this.keepReceipt(viewer, id, false);
    return this.view(viewer, id, holder);
  }

  /** The paper to be set as a file; fetching what was sent to me is a receipt, too. */
  async fetch(viewer: Viewer, id: string, family: Family): Promise<Paper> {
    const { paper } = await this.find(viewer, id, family);
    if (paper.state === 'issued') {
      const { receives } = await this.holder(viewer, paper);
      if (receives) await this.keepReceipt(viewer, id, false);
    }
    return this.shown(viewer, { ...paper, missing: await missingOf(this.options.dataSource, paper) });
  }

  async receipt(viewer: Viewer, id: string, acknowledged: boolean) {
    const { paper } = await this.find(viewer, id);
    const holder = await this.holder(viewer, paper);
    if (!holder.receives) throw forbidden();
    if (paper.state !== 'issued') throw problemOf({ refused: 'wrong-paper-state', clauses: paper.clauses, detail: '' });
    await this.keepReceipt(viewer, id, acknowledged);
    await this.engine.changed(id);
    return this.view(viewer, id, holder);
  }

  async step(viewer: Viewer, id: string, order: Pick<StepOrder, 'action' | 'input' | 'ifVersion'>) {
    const { paper } = await this.find(viewer, id);
    const holder = await this.holder(viewer, paper);
    const refusal = await stepPaper(this.options.dataSource, id, { ...order, by: holder, at: new Date() });
    if (refusal === 'stale') throw new Problem(412, 'stale-paper');
    if (refusal) throw problemOf(refusal);
    await this.engine.changed(id);
    return this.view(viewer, id, holder);
  }

  /** The new paper that puts an issued one right. */
  async correct(viewer: Viewer, id: string, { anew = false, ...input }: StepInput & { anew?: boolean }) {
    const found = await this.find(viewer, id);
    const holder = await this.holder(viewer, found.paper);
    const order = { input, anew, by: holder, at: new Date(), newId: idFrom('correction', id) };
    const made = await correctPaper(this.options.dataSource, id, order);
    if (typeof made !== 'string') throw problemOf(made);
    return this.view(viewer, made, holder);
  }

  /** A paper that the viewer may see. */
  async find(viewer: Viewer, id: string, family?: Family): Promise<FoundPaper> {
    const found = await seenPaper(this.options.dataSource, id, viewer);
    if (!found || (family && kinds[found.paper.kind].family !== family)) throw notFound();
    return found;
  }

  /** Without what the viewer does not see of it. */
  private async shown(viewer: Viewer, paper: Paper): Promise<Paper> {
    return withheld(paper, await notSeen(this.options.dataSource, namedIn(paper), viewer));
  }

  private async view(viewer: Viewer, id: string, holder: Holder) {
    const { dataSource } = this.options;
    const [found, story] = await Promise.all([findPaper(dataSource, id, null), paperStory(dataSource, id)]);
    if (!found) throw notFound();
    const missing = await missingOf(dataSource, found.paper);
    const paper = await this.shown(viewer, { ...found.paper, missing });
    return viewOf({ ...found, paper }, story, { allowed: allowedSteps(found.paper, holder), missing: paper.missing });
  }

  private async holder({ user, name, node, memberships }: Viewer, paper: Paper): Promise<Holder> {
    const path = await nodePath(this.options.dataSource, paper.node.id);
    const roles = memberships.flatMap((one) => (path.includes(one.node.id) ? one.roles : []));
    const to = paper.addressee?.id ?? paper.node.id;
    const reads = roles.some((role) => ['company', 'hq', 'approver'].includes(role));
    const receives = reads && (to === node.id || (await isAbove(this.options.dataSource, node.id, to)));
    return { id: user, name, roles, receives };
  }

  private keepReceipt({ user, name, node }: Viewer, id: string, acknowledged: boolean) {
    return receive(this.options.dataSource, id, { user, name, node: node.name, acknowledged, at: new Date() });
  }
}

function problemOf({ refused, clauses, detail }: PaperRefusal): Problem {
  return new Problem(refused === 'forbidden' ? 403 : 409, refused, { detail, clauses });
}
