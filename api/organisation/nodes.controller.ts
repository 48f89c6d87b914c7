import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { nodesOf, nodesUnder, searchNodes } from '../../database/queries/nodes.js';
import { For, Who } from '../kernel/access.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { BaseInput, NodeChangeInput, NodeInput } from './inputs.js';
import { NodeDesk } from './node-desk.js';
import { nodeWithin, topsOf } from './part.js';
import { nodeView } from './views.js';

const found = 50;

/** The tree of the organisation, branch by branch. */
@Controller('api/organisation/nodes')
@For('admin')
export class NodesController {
  constructor(
    private readonly options: ApiOptions,
    private readonly desk: NodeDesk,
  ) {}

  @Get()
  @Described({
    id: 'listNodes',
    summary: 'The tops of my part, the nodes below one, or those whose name or id has these words',
    query: { 'parent?': text, 'q?': text },
    answers: { 200: 'NodeList' },
    problems: [404],
  })
  async list(@Who() viewer: Viewer, @Query('parent') parent?: string, @Query('q') words?: string) {
    const { dataSource } = this.options;
    if (words?.trim()) {
      const items = await searchNodes(dataSource, topsOf(viewer), words.trim().slice(0, 100), found);
      return { items: items.map(nodeView) };
    }
    if (parent === undefined) return { items: (await nodesOf(dataSource, topsOf(viewer))).map(nodeView) };
    await nodeWithin(dataSource, viewer, parent);
    return { items: (await nodesUnder(dataSource, parent)).map(nodeView) };
  }

  @Get(':id')
  @Described({
    id: 'getNode',
    summary: 'A node, how it was before, and its statistics base',
    params: { id: text },
    answers: { 200: 'NodeDetails' },
    problems: [404],
  })
  one(@Who() viewer: Viewer, @Param('id') id: string) {
    return this.desk.one(viewer, id);
  }

  @Post()
  @Described({
    id: 'addNode',
    summary: 'Adds a node',
    headers: ['Idempotency-Key'],
    body: 'NodeInput',
    answers: { 201: 'NodeDetails' },
    problems: [400, 404, 409],
  })
  add(
    @Who() viewer: Viewer,
    @Body(new InputPipe(NodeInput)) input: NodeInput,
    @Conditions() { key }: RequestConditions,
  ) {
    return this.desk.add(viewer, input, key ?? randomUUID());
  }

  @Put(':id')
  @Described({
    id: 'changeNode',
    summary: 'Renames a node, moves it with all below it, gives it another rulebook',
    params: { id: text },
    body: 'NodeChangeInput',
    answers: { 200: 'NodeDetails' },
    problems: [400, 404],
  })
  change(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(NodeChangeInput)) input: NodeChangeInput) {
    return this.desk.change(viewer, id, input);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Described({
    id: 'closeNode',
    summary: 'Closes a node where nothing is open and nobody works any more',
    params: { id: text },
    answers: { 200: 'NodeDetails' },
    problems: [404, 409],
  })
  close(@Who() viewer: Viewer, @Param('id') id: string) {
    return this.desk.close(viewer, id);
  }

  @Put(':id/bases/:month')
  @Described({
    id: 'enterBase',
    summary: 'Enters what the complaint rates of a project’s month are reckoned over',
    params: { id: text, month: text },
    body: 'BaseInput',
    answers: { 200: 'NodeDetails' },
    problems: [400, 404],
  })
  enterBase(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('month') month: string,
    @Body(new InputPipe(BaseInput)) input: BaseInput,
  ) {
    return this.desk.enterBase(viewer, id, month, input);
  }
}
