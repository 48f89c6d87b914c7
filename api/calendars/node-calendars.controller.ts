import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { nodeVersions, type NodeVersion } from '../../database/queries/calendars.js';
import { partAround } from '../../database/queries/organisation.js';
import { For, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { NodeCalendars } from './node-calendars.js';
import { NodeCalendarInput } from './publish-inputs.js';
import { offView } from './year-view.js';

@Controller('api/node-calendars')
export class NodeCalendarsController {
  constructor(
    private readonly options: ApiOptions,
    private readonly calendars: NodeCalendars,
  ) {}

  @Get()
  @Described({
    id: 'listNodeCalendars',
    summary: 'My part of the organisation, and what each node has of its own',
    answers: { 200: 'NodeCalendarList' },
  })
  async list(@Who() viewer: Viewer) {
    const { dataSource } = this.options;
    const [part, versions] = await Promise.all([partAround(dataSource, viewer.node.id), nodeVersions(dataSource)]);
    const latest = new Map(versions.map((one) => [one.node, one]));
    const items = part.map(({ id, parent, tier, name, mine }) => {
      const own = latest.get(id);
      return { id, parent, tier, name, mine, ...(own ? { latest: view(own) } : {}) };
    });
    return { items };
  }

  @Get(':node')
  @Described({
    id: 'listNodeCalendarVersions',
    summary: 'The versions of what a node has of its own',
    params: { node: text },
    answers: { 200: 'NodeCalendarVersionList' },
    problems: [404],
  })
  async versions(@Who() viewer: Viewer, @Param('node') node: string) {
    await this.calendars.see(viewer, node);
    return { items: (await nodeVersions(this.options.dataSource, node)).map(view).reverse() };
  }

  @Post(':node/preview')
  @HttpCode(200)
  @For('admin', 'hq', 'company')
  @NoAct()
  @Described({
    id: 'previewNodeCalendar',
    summary: 'Which open deadlines below the node a change would move',
    params: { node: text },
    body: 'NodeCalendarInput',
    answers: { 200: 'CalendarForecast' },
    problems: [400, 404],
  })
  preview(
    @Who() viewer: Viewer,
    @Param('node') node: string,
    @Body(new InputPipe(NodeCalendarInput)) input: NodeCalendarInput,
  ) {
    return this.calendars.preview(viewer, node, input);
  }

  @Post(':node')
  @For('admin', 'hq', 'company')
  @Described({
    id: 'changeNodeCalendar',
    summary: 'Own days off and business hours of a node, as a new version',
    params: { node: text },
    headers: ['Idempotency-Key'],
    body: 'NodeCalendarInput',
    answers: { 201: 'ChangedNodeCalendar' },
    problems: [400, 404, 409, 422],
  })
  async change(
    @Who() viewer: Viewer,
    @Param('node') node: string,
    @Body(new InputPipe(NodeCalendarInput)) input: NodeCalendarInput,
    @Conditions() { key }: RequestConditions,
  ) {
    const { version, batch } = await this.calendars.change(viewer, node, input, key);
    return { version: view(version), ...(batch ? { batch } : {}) };
  }
}

function view({ node, version, from, inherits, opens, closes, off, why, ...by }: NodeVersion) {
  return {
    ...{ node, version, from, inherits, why },
    ...(opens === undefined ? {} : { opens, closes }),
    off: offView(off),
    changedBy: { id: by.changedBy, name: by.changedByName ?? by.changedBy },
    changedAt: by.changedAt.toISOString(),
  };
}
