/** Which open deadlines a change of calendars would move: the core decides each complaint, nothing is told. */
import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { openInto } from '../../database/queries/calendars.js';
import { findComplaint } from '../../database/queries/complaint.js';
import { type SignalData, type SignalName, tell } from '../../domain/complaint/signals.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { RulesFinder } from '../complaints/rules.js';
import { ApiOptions } from '../options.js';
import { ofHouse } from '../../domain/rights/sight.js';

export interface Question<N extends SignalName> {
  /** Undefined: all. */
  rulebooks?: string[];
  projects?: string[];
  /** Deadlines that end before this cannot move, epoch milliseconds. */
  from: number;
  signal: N;
  /** What a complaint would be told; undefined: nothing. */
  data: (complaint: Complaint) => SignalData[N] | undefined;
}

export interface MovedDeadline {
  complaint: { id: string; number: string };
  clock: string;
  was: string;
  is: string;
  provisional: boolean;
}

export interface Forecast {
  /** Open complaints whose deadlines may move. */
  candidates: number;
  /** Those of them that were reckoned: all, unless there are too many for an answer at once. */
  looked: number;
  complaints: number;
  deadlines: number;
  /** Of them, those that only become certain. */
  confirmed: number;
  sample: MovedDeadline[];
}

const most = 500;
const shown = 20;
const patience = 4_000;
const because = { calendarPublished: 'CalendarPublished', ownCalendarChanged: 'OwnCalendarChanged' } as const;

@Injectable()
export class Forecaster {
  constructor(
    private readonly options: ApiOptions,
    private readonly rules: RulesFinder,
  ) {}

  async forecast<N extends keyof typeof because>(question: Question<N>): Promise<Forecast> {
    const { dataSource } = this.options;
    const { total, ids } = await openInto(dataSource, { ...question, limit: most });
    const forecast: Forecast = { candidates: total, looked: 0, complaints: 0, deadlines: 0, confirmed: 0, sample: [] };
    const until = Date.now() + patience;
    for (const id of ids) {
      if (Date.now() > until) break;
      const stored = await findComplaint(dataSource, id, ofHouse);
      forecast.looked++;
      if (stored) add(forecast, await this.moved(stored.complaint, question));
      // others ask, too
      await breathe();
    }
    return forecast;
  }

  private async moved<N extends keyof typeof because>(
    complaint: Complaint,
    { signal, data }: Question<N>,
  ): Promise<MovedDeadline[]> {
    const [rules, told] = [await this.rules.of(complaint), data(complaint)];
    if (!rules || !told) return [];
    const { id, number, clocks } = complaint;
    const { events } = tell(complaint, signal, told, { ...rules, now: Date.now() });
    return events.flatMap((event) => {
      if (event.type !== 'DeadlineSet' || event.because !== because[signal]) return [];
      const was = clocks[event.clock]?.due ?? event.due;
      return [
        { complaint: { id, number }, clock: event.clock, was, is: event.due, provisional: event.provisional === true },
      ];
    });
  }
}

function add(forecast: Forecast, moved: MovedDeadline[]): void {
  const really = moved.filter(({ was, is }) => Date.parse(was) !== Date.parse(is));
  if (really.length > 0) forecast.complaints++;
  forecast.deadlines += really.length;
  forecast.confirmed += moved.length - really.length;
  forecast.sample.push(...really.slice(0, Math.max(0, shown - forecast.sample.length)));
}
