import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { listPeople } from '../../database/queries/people.js';
import { For, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { flag, text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { nodeWithin, topsOf } from '../organisation/part.js';
import { afterOf, cursorOf } from './cursor.js';
import { PersonChangeInput, PersonInput } from './inputs.js';
import { PeopleDesk } from './people-desk.js';

const pageSize = 50;
const id = { id: text };

/** People and their accounts, for administrators. */
@Controller('api/people')
@For('admin')
export class PeopleController {
  constructor(
    private readonly options: ApiOptions,
    private readonly desk: PeopleDesk,
  ) {}

  @Get()
  @Described({
    id: 'listPeople',
    summary:
      'The people of my part, or of one node, by name; `all` with those below it, `inactive` with those who left',
    query: { 'node?': text, 'q?': text, 'all?': flag, 'inactive?': flag, 'after?': text },
    answers: { 200: 'PeopleList' },
    problems: [400, 404],
  })
  async list(
    @Who() viewer: Viewer,
    @Query() { node, q, all, inactive, after }: Partial<Record<'node' | 'q' | 'all' | 'inactive' | 'after', string>>,
  ) {
    const { dataSource } = this.options;
    if (node !== undefined) await nodeWithin(dataSource, viewer, node);
    const words = q?.trim().slice(0, 100);
    const rows = await listPeople(dataSource, {
      within: node === undefined ? topsOf(viewer) : [node],
      direct: node !== undefined && all !== 'true',
      ...(words ? { words } : {}),
      inactive: inactive === 'true',
      ...(after === undefined ? {} : { after: afterOf(after) }),
      limit: pageSize + 1,
    });
    const items = rows.slice(0, pageSize);
    const last = items.at(-1);
    return { items, next: rows.length > pageSize && last ? cursorOf(last) : null };
  }

  @Get(':id')
  @Described({
    id: 'getPerson',
    summary: 'Somebody with all that they were ever given',
    params: id,
    answers: { 200: 'PersonDetails' },
    problems: [404],
  })
  one(@Who() viewer: Viewer, @Param('id') person: string) {
    return this.desk.one(viewer, person);
  }

  @Post()
  @Described({
    id: 'addPerson',
    summary: 'Adds somebody; their first password is shown this once',
    body: 'PersonInput',
    answers: { 201: 'OneTimePassword' },
    problems: [400, 409],
  })
  add(@Who() viewer: Viewer, @Body(new InputPipe(PersonInput)) input: PersonInput) {
    return this.desk.add(viewer, input);
  }

  @Put(':id')
  @Described({
    id: 'changePerson',
    summary: 'Gives somebody another name or home',
    params: id,
    body: 'PersonChangeInput',
    answers: { 200: 'PersonDetails' },
    problems: [400, 404, 409],
  })
  change(
    @Who() viewer: Viewer,
    @Param('id') person: string,
    @Body(new InputPipe(PersonChangeInput)) input: PersonChangeInput,
  ) {
    return this.desk.change(viewer, person, input);
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  @Described({
    id: 'resetPassword',
    summary: 'Makes another password, shown this once; sessions and tokens end',
    params: id,
    answers: { 200: 'OneTimePassword' },
    problems: [404, 409],
  })
  reset(@Who() viewer: Viewer, @Param('id') person: string) {
    return this.desk.resetPassword(viewer, person);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Described({
    id: 'deactivatePerson',
    summary: 'Lets nobody in as them any more; their open complaints must have been handed over',
    params: id,
    answers: { 200: 'PersonDetails' },
    problems: [404, 409],
  })
  deactivate(@Who() viewer: Viewer, @Param('id') person: string) {
    return this.desk.deactivate(viewer, person);
  }

  @Post(':id/reactivate')
  @HttpCode(200)
  @Described({
    id: 'reactivatePerson',
    summary: 'Lets them in again',
    params: id,
    answers: { 200: 'PersonDetails' },
    problems: [404, 409],
  })
  reactivate(@Who() viewer: Viewer, @Param('id') person: string) {
    return this.desk.reactivate(viewer, person);
  }
}
