import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { managedProjects } from '../../database/queries/organisation.js';
import { Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';

@Controller('api/projects')
export class ProjectsController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({ id: 'listProjects', summary: 'The managed projects that I see', answers: { 200: 'ProjectList' } })
  async list(@Who() { projects }: Viewer) {
    return { items: await managedProjects(this.options.dataSource, projects) };
  }
}
