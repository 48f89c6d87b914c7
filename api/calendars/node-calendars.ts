/** Own days off and business hours of a node: inherited downwards, the nearest wins. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../database/queries/access.js';
import {
  addNodeCalendar,
  latestStamp,
  lockCalendars,
  type NewNodeCalendar,
  nodeVersions,
} from '../../database/queries/calendars.js';
import { nodePath, partAround, projectsBelow } from '../../database/queries/organisation.js';
import type { Selection } from '../../database/queries/selection.js';
import { ownCalendarOf } from '../../domain/calendar/own.js';
import { isDate, offProblems } from '../../domain/calendar/publish.js';
import { dateOf } from '../../domain/calendar/zone.js';
import { BatchDesk } from '../batches/batch-desk.js';
import { digestOf } from '../kernel/digest.js';
import { forbidden, invalid, notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { CalendarFinder } from './calendar-finder.js';
import { Forecaster } from './forecast.js';
import { type NodeCalendarInput, offOf } from './publish-inputs.js';

type Given = Omit<NewNodeCalendar, 'node' | 'changedBy' | 'batch'>;

@Injectable()
export class NodeCalendars {
  constructor(
    private readonly options: ApiOptions,
    private readonly batches: BatchDesk,
    private readonly finder: CalendarFinder,
    private readonly forecaster: Forecaster,
  ) {}

  /** What a change would do to open complaints; nothing is done. */
  async preview(viewer: Viewer, node: string, input: NodeCalendarInput) {
    const given = await this.check(viewer, node, input);
    const { dataSource } = this.options;
    const projects = await projectsBelow(dataSource, node);
    const versions = await nodeVersions(dataSource, node);
    const stamp = (await latestStamp(dataSource)) + 1;
    const proposed = { ...given, node, version: (versions.at(-1)?.version ?? 0) + 1, stamp };
    const owns = new Map(
      await Promise.all(
        projects.map(async (project) => {
          const path = await nodePath(dataSource, project);
          const others = await this.finder.nodesOn(path, given.from);
          const all = [...others.filter((one) => one.node !== node), proposed];
          all.sort((a, b) => path.indexOf(a.node) - path.indexOf(b.node));
          return [project, ownCalendarOf(all)] as const;
        }),
      ),
    );
    const [open, forecast] = await Promise.all([
      this.batches.count({ open: true, projects }),
      this.forecaster.forecast({
        projects,
        from: Date.now(),
        signal: 'ownCalendarChanged',
        data: ({ project }) => {
          const own = owns.get(project);
          return own && { own };
        },
      }),
    ]);
    return { version: proposed.version, same: isSame(versions.at(-1), given), open, ...forecast };
  }

  /** Changes a node's own calendar; the same viewer with the same key does it once. */
  async change(viewer: Viewer, node: string, input: NodeCalendarInput, key: string = randomUUID()) {
    const given = await this.check(viewer, node, input);
    const { dataSource } = this.options;
    const projects = await projectsBelow(dataSource, node);
    const batch = this.batches.idFor(viewer, 'ownCalendarChanged', key);
    const order = await dataSource.transaction(async (manager) => {
      await lockCalendars(manager);
      const versions = await nodeVersions(manager, node);
      const again = versions.find((one) => one.batch === batch);
      if (again && !isSame(again, given)) throw new Problem(422, 'key-reused');
      if (!again && isSame(versions.at(-1), given)) throw new Problem(409, 'already');
      if (!again) await addNodeCalendar(manager, { ...given, node, changedBy: viewer.user, batch });
      if (!input.tell) return undefined;
      const selection: Selection = { open: true, projects };
      const task = { selection, node };
      return this.batches.write(manager, batch, viewer, {
        kind: 'ownCalendarChanged',
        task,
        selection,
        why: given.why,
      });
    });
    const running = order && (await this.batches.run(order, viewer));
    const changed = (await nodeVersions(dataSource, node)).find((one) => one.batch === batch);
    if (!changed) throw notFound();
    return { version: changed, batch: running };
  }

  /** A node within the viewer's part; what is above it is seen, too. */
  async see(viewer: Viewer, node: string): Promise<void> {
    const part = await partAround(this.options.dataSource, viewer.node.id);
    if (!part.some(({ id }) => id === node)) throw notFound();
  }

  private async check(viewer: Viewer, node: string, input: NodeCalendarInput): Promise<Given> {
    const part = await partAround(this.options.dataSource, viewer.node.id);
    const found = part.find(({ id }) => id === node);
    if (!found) throw notFound();
    if (!found.mine) throw forbidden();
    const { from, inherits, opens, closes, why, tell } = input;
    const off = offOf(input.off);
    const problems = offProblems(off);
    const say = (path: string, message: string) => problems.push({ path, message });
    if (!isDate(from)) say('from', 'must be a date such as 2027-02-14');
    if ((opens === undefined) !== (closes === undefined)) say('closes', 'goes with the time of opening');
    if (opens !== undefined && closes !== undefined && opens >= closes) say('closes', 'must be later than opening');
    // the organisation's day, wherever the server stands
    const today = dateOf(Date.now(), this.options.library.calendars.get('CN')?.zone ?? 'Asia/Shanghai');
    if (tell && from > today) say('tell', `is possible when the change has begun, from ${from} on`);
    if (problems.length > 0) throw invalid(...problems);
    return { from, inherits, off, why: why.trim(), ...(opens && closes ? { opens, closes } : {}) };
  }
}

function isSame(one: Given | undefined, given: Given): boolean {
  const said = ({ from, inherits, off, opens, closes }: Given) =>
    digestOf([from, inherits, off, opens ?? null, closes ?? null]);
  return one !== undefined && said(one) === said(given);
}
