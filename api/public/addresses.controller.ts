/** Opening and closing the address at which a project publishes. */
import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { closeFor, openAddress, openFor } from '../../database/queries/public-addresses.js';
import { isStorable } from '../../database/plain-text.js';
import { For, ForReaders, Who } from '../kernel/access.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

@Controller('api/public-addresses')
@ForReaders()
export class PublicAddressesController {
  constructor(private readonly options: ApiOptions) {}

  @Get(':project')
  @Described({
    id: 'getPublicAddress',
    summary: 'Where residents read what a project publishes',
    params: { project: text },
    answers: { 200: 'PublicAddress' },
    problems: [404],
  })
  async one(@Who() viewer: Viewer, @Param('project') project: string) {
    check(viewer, project);
    const found = await openAddress(this.options.dataSource, project);
    if (!found) return { project, address: null };
    const { address, openedAt, openedBy } = found;
    return { project, address, openedAt: openedAt.toISOString(), openedBy };
  }

  @Put(':project')
  @For('company', 'hq')
  @Described({
    id: 'openPublicAddress',
    summary: 'Opens one that nobody guesses; where there is one, it stays',
    params: { project: text },
    answers: { 200: 'PublicAddress' },
    problems: [404],
  })
  async open(@Who() viewer: Viewer, @Param('project') project: string) {
    check(viewer, project);
    if (!(await openFor(this.options.dataSource, project, viewer.user))) throw notFound();
    return this.one(viewer, project);
  }

  @Delete(':project')
  @HttpCode(204)
  @For('company', 'hq')
  @Described({
    id: 'closePublicAddress',
    summary: 'Closes it for ever; opened again, it is another one',
    params: { project: text },
    answers: { 204: undefined },
    problems: [404],
  })
  async close(@Who() viewer: Viewer, @Param('project') project: string): Promise<void> {
    check(viewer, project);
    await closeFor(this.options.dataSource, project, viewer.user);
  }
}

function check({ projects }: Viewer, project: string): void {
  if (!isStorable(project) || (projects && !projects.includes(project))) throw notFound();
}
