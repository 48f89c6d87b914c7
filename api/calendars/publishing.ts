/** Publishing a year: checked, kept as a version, and told to every open complaint that pins the calendar. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../database/queries/access.js';
import {
  addYear,
  lockCalendars,
  rulebooksBy,
  type YearVersion,
  yearVersions,
} from '../../database/queries/calendars.js';
import type { Selection } from '../../database/queries/selection.js';
import type { Calendar } from '../../domain/calendar/calendar.js';
import { earliestOf, yearChanges, yearProblems } from '../../domain/calendar/publish.js';
import { BatchDesk } from '../batches/batch-desk.js';
import { digestOf } from '../kernel/digest.js';
import { invalid, notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { Forecaster } from './forecast.js';
import { offOf, type YearInput } from './publish-inputs.js';
import { yearView } from './year-view.js';

type Given = Pick<YearVersion, 'off' | 'work'>;

@Injectable()
export class Publishing {
  constructor(
    private readonly options: ApiOptions,
    private readonly batches: BatchDesk,
    private readonly forecaster: Forecaster,
  ) {}

  /** What publishing would do; nothing is done. */
  async preview(id: string, year: string, input: YearInput) {
    const { base, given } = this.check(id, year, input);
    const { dataSource } = this.options;
    const before = (await yearVersions(dataSource, { calendar: id, year: Number(year) })).at(-1);
    const version = (before?.version ?? 0) + 1;
    const rulebooks = await rulebooksBy(dataSource, id);
    const published = { version, ...given };
    const [open, forecast] = await Promise.all([
      this.batches.count({ open: true, rulebooks }),
      this.forecaster.forecast({
        rulebooks,
        from: earliestOf(year),
        signal: 'calendarPublished',
        data: () => ({ of: id, year, calendar: published }),
      }),
    ]);
    return { version, changes: yearChanges(base, year, before, given), same: isSame(before, given), open, ...forecast };
  }

  /** Publishes a year; the same viewer with the same key publishes once. */
  async publish(viewer: Viewer, id: string, year: string, input: YearInput, key: string = randomUUID()) {
    const { given } = this.check(id, year, input);
    const { dataSource } = this.options;
    const of = { calendar: id, year: Number(year) };
    const batch = this.batches.idFor(viewer, 'calendarPublished', key);
    const rulebooks = await rulebooksBy(dataSource, id);
    const order = await dataSource.transaction(async (manager) => {
      await lockCalendars(manager);
      const versions = await yearVersions(manager, of);
      const again = versions.find((one) => one.batch === batch);
      if (again && !isSame(again, given)) throw new Problem(422, 'key-reused');
      if (!again && isSame(versions.at(-1), given)) throw new Problem(409, 'already');
      const why = input.why.trim();
      const version =
        again?.version ??
        (await addYear(manager, { ...of, ...given, origin: 'published', why, publishedBy: viewer.user, batch }));
      const selection: Selection = { open: true, rulebooks };
      const task = { selection, calendar: id, year, published: { version, ...given } };
      return this.batches.write(manager, batch, viewer, { kind: 'calendarPublished', task, selection, why });
    });
    const running = await this.batches.run(order, viewer);
    const published = (await yearVersions(dataSource, of)).find((one) => one.batch === batch);
    if (!published) throw notFound();
    return { version: { ...yearView(published), changes: [] }, batch: running };
  }

  private check(id: string, year: string, { off, work }: YearInput): { base: Calendar; given: Given } {
    const base = this.options.library.calendars.get(id);
    if (!base || !/^20\d\d$/.test(year)) throw notFound();
    const given: Given = { off: offOf(off), work: work.map(({ date, name }) => [date, name.trim()]) };
    const problems = yearProblems(year, given, base.weekend);
    if (problems.length > 0) throw invalid(...problems);
    return { base, given };
  }
}

const isSame = (one: Given | undefined, { off, work }: Given): boolean =>
  one !== undefined && digestOf([one.off, one.work]) === digestOf([off, work]);
