/** What could not be delivered, and what an administrator does about it. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { settleUndelivered, type Settling, undelivered } from '../../database/queries/undelivered.js';
import { For, Who } from '../kernel/access.js';
import { invalid, notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { oneOf, text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

const page = 100;
const isId = (value: string) => /^\d{1,18}$/.test(value);

function settlingOf(what: string): Settling {
  if (what !== 'retry' && what !== 'skip') throw notFound();
  return what;
}

@Controller('api/undelivered')
@For('admin')
export class UndeliveredController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'listUndelivered',
    summary: 'Notices that failed, were refused, or wait at a dead address; the oldest first',
    query: { 'after?': text },
    answers: { 200: 'UndeliveredList' },
    problems: [400],
  })
  async list(@Who() { node }: Viewer, @Query('after') after?: string) {
    if (after !== undefined && !isId(after)) throw invalid({ path: 'after', message: 'must be the id of a notice' });
    const found = await undelivered(this.options.dataSource, node.id, {
      ...(after === undefined ? {} : { after }),
      limit: page + 1,
    });
    const items = found.slice(0, page).map(({ createdAt, nextTryAt, ...one }) => ({
      ...one,
      createdAt: createdAt.toISOString(),
      nextTryAt: nextTryAt?.toISOString() ?? null,
    }));
    return { items, next: found.length > page ? (items.at(-1)?.id ?? null) : null };
  }

  @Post(':what')
  @HttpCode(200)
  @Described({
    id: 'settleAllUndelivered',
    summary: 'Tries all of them again, or none of them any more',
    params: { what: oneOf('retry', 'skip') },
    answers: { 200: 'Settled' },
    problems: [404],
  })
  async all(@Who() { node }: Viewer, @Param('what') what: string) {
    return { settled: await settleUndelivered(this.options.dataSource, node.id, settlingOf(what), null) };
  }

  @Post(':id/:what')
  @HttpCode(200)
  @Described({
    id: 'settleUndelivered',
    summary: 'Tries one of them again, or never again',
    params: { id: text, what: oneOf('retry', 'skip') },
    answers: { 200: 'Settled' },
    problems: [404],
  })
  async one(@Who() { node }: Viewer, @Param('id') id: string, @Param('what') what: string) {
    const settled = isId(id) ? await settleUndelivered(this.options.dataSource, node.id, settlingOf(what), id) : 0;
    if (settled === 0) throw notFound();
    return { settled };
  }
}
