import { Controller, Get, Query } from '@nestjs/common';
import { type Viewer, usersWith } from '../../database/queries/access.js';
import { roles } from '../../domain/rulebook/rulebook.js';
import { Who } from '../kernel/access.js';
import { invalid } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { oneOf } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

@Controller('api/users')
export class UsersController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'listUsers',
    summary: 'The people of my part of the organisation',
    query: { 'role?': oneOf(...roles) },
    answers: { 200: 'UserList' },
    problems: [400],
  })
  async list(@Who() { projects }: Viewer, @Query('role') role?: string) {
    if (role !== undefined && !(roles as readonly string[]).includes(role)) {
      throw invalid({ path: 'role', message: `must be one of ${roles.join(', ')}` });
    }
    return { items: await usersWith(this.options.dataSource, { role, projects }) };
  }
}
