/** People with papers: some write, approve, issue and acknowledge them in time, some late, some never. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { receive, stepPaper, type StepOrder } from '../../database/change-papers.js';
import { findPaper, type FoundPaper } from '../../database/queries/papers.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Paper } from '../../domain/paper/paper.js';
import { paperChanged, paperWorkflowId } from '../../workflows/messages-papers.js';
import type { Agenda } from './agenda.js';
import { forward } from './forward.js';
import type { RehearsedHouse } from './house.js';
import { insist } from './insist.js';

const hour = 3_600_000;

export class Officials {
  /** Steps that they took. */
  taken = 0;
  private readonly seen = new Set<string>();

  constructor(
    private readonly house: RehearsedHouse,
    private readonly agenda: Agenda,
    private readonly random: () => number,
  ) {}

  /** Looks for papers drafted since a moment (epoch milliseconds), and makes plans for them. */
  async look(since: number): Promise<void> {
    const rows = await insist('looking for papers', () =>
      this.house.dataSource.query<{ id: string }[]>('select id from papers where drafted_at >= $1 order by id', [
        new Date(since),
      ]),
    );
    for (const { id } of rows) {
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      const found = await insist('reading a paper', () => findPaper(this.house.dataSource, id, null));
      if (found) this.plan(found);
    }
  }

  private plan({ paper, acknowledgeHours }: FoundPaper): void {
    const { id } = paper;
    const now = this.house.clock.now();
    const chance = (of100: number) => this.random() * 100 < of100;
    const later = (hours: number) => Math.ceil((now + this.random() * hours * hour) / hour) * hour;
    const writable = paper.parts.filter(({ command }) => !command);
    const add = (at: number, run: () => Promise<void>) => this.agenda.add({ at, lane: `paper ${id}`, run });
    let at = now;
    if (paper.state !== 'issued' && writable.length > 0 && chance(65)) {
      // a few hours to some days too late
      at = later(Math.max(8, ((instant(paper.due) - now) / hour) * 1.2));
      const input = { parts: writable.map(({ id: part }) => ({ id: part, text: '已核实，按计划推进。' })) };
      const roles = writable.flatMap(({ by }) => by);
      add(at, () => this.step(id, { action: 'complete', input, by: this.holder('writer', roles) }));
      if (paper.approves.length === 0 && chance(30))
        add(at + hour, () => this.step(id, { action: 'issue', input: {}, by: this.holder('writer', roles) }));
    }
    if (paper.approves.length > 0 && chance(75)) {
      const by = this.holder('approver', paper.approves);
      add(Math.max(at, later(200)) + hour, () => this.step(id, { action: 'approve', input: {}, by }));
    }
    if (acknowledgeHours && chance(70)) {
      const opened = Math.max(at, instant(paper.due), now) + Math.ceil(this.random() * 60) * hour;
      add(opened, () => this.acknowledge(id));
    }
  }

  private holder(name: string, roles: Paper['approves']) {
    return { id: name, name, roles: [...new Set(roles)], receives: true };
  }

  private async step(id: string, order: Pick<StepOrder, 'action' | 'input' | 'by'>): Promise<void> {
    const { dataSource, clock } = this.house;
    const refusal = await insist(`${order.action} of ${id}`, () =>
      stepPaper(dataSource, id, { ...order, at: new Date(clock.now()) }),
    );
    if (!refusal) this.taken++;
    await this.changed(id);
  }

  private async acknowledge(id: string): Promise<void> {
    const { dataSource, clock } = this.house;
    const who = { user: 'hq', name: '林建平', node: '安居物业集团', acknowledged: true, at: new Date(clock.now()) };
    const done = await insist(`receipt of ${id}`, async () => {
      const found = await findPaper(dataSource, id, null);
      if (found?.paper.state !== 'issued') return false;
      await receive(dataSource, id, who);
      return true;
    });
    if (!done) return;
    this.taken++;
    await this.changed(id);
  }

  private async changed(id: string): Promise<void> {
    const { client, pace, clock } = this.house;
    const workflow = paperWorkflowId(id);
    await insist(`telling of ${id}`, async () => {
      if (!(await forward(pace, workflow, clock.now()))) return;
      await client.workflow
        .getHandle(workflow)
        .signal(paperChanged)
        .catch((error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        });
    });
  }
}
