/** What anybody may read who knows a project's address: what was approved for it, so often a minute. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isStorable } from '../../database/plain-text.js';
import { publication, publicPlace, publishedPeriods } from '../../database/queries/public-addresses.js';
import { countWithin } from '../../database/queries/throttle.js';
import type { Publication } from '../../domain/paper/public.js';
import { digest } from '../kernel/digest.js';
import { notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';

/** Readings from one network address in a minute: a whole building may be behind it. */
const most = 120;

export interface Published {
  project: string;
  periods: { period: string; label: { zh: string; en: string }; issuedAt: string }[];
  shown?: Publication;
}

@Injectable()
export class PublicReading {
  constructor(private readonly options: ApiOptions) {}

  /** What is published at an address; of a period, or else of the latest. Throws 404 and 429. */
  async read(request: FastifyRequest, address: string, period?: string): Promise<Published> {
    const { dataSource } = this.options;
    const wait = await countWithin(dataSource, digest('public', request.ip), most);
    if (wait > 0) throw new Problem(429, 'too-many-attempts', { retryAfter: wait });
    if (!isStorable(address) || (period !== undefined && !isStorable(period))) throw notFound();
    const place = await publicPlace(dataSource, address);
    if (!place) throw notFound();
    const found = await publishedPeriods(dataSource, place.project);
    const periods = found.map(({ issuedAt, ...one }) => ({ ...one, issuedAt: issuedAt.toISOString() }));
    const wanted = period ?? periods[0]?.period;
    const shown = wanted === undefined ? undefined : await publication(dataSource, place.project, wanted);
    if (period !== undefined && !shown) throw notFound();
    return { project: place.name, periods, ...(shown ? { shown } : {}) };
  }
}
