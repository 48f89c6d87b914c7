/** One page of a back-test: read where it stands, play what comes next under both rulebooks, write down what differs. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { advanceBacktest, backtestWork, type BacktestWork, type Played } from '../database/queries/backtests.js';
import { nextLives } from '../database/queries/lives.js';
import { moment } from '../domain/calendar/zone.js';
import { backtest, count, isSame } from '../domain/rehearsal/backtest.js';
import { retell } from '../domain/rehearsal/retell.js';
import type { Storyline } from '../domain/rehearsal/storyline.js';

const pageSize = 50;

/** What is played next: a complaint by its id, a storyline by its name. */
interface Subject {
  subject: string;
  name: string;
  storyline: () => Storyline;
}

/** Plays the next page; false when there is nothing left to play. After a crash it begins where the last whole page ended. */
export async function playPage(id: string, dataSource: DataSource): Promise<boolean> {
  const work = await backtestWork(dataSource, id);
  if (work?.state !== 'running') return false;
  const subjects = work.task.storylines ? told(work) : await lived(work, dataSource);
  const ended = subjects.length < pageSize;
  await advanceBacktest(dataSource, id, work.done, await playAll(subjects, work, ended));
  return !ended;
}

const told = ({ task: { storylines = [] }, done }: BacktestWork): Subject[] =>
  storylines
    .slice(done, done + pageSize)
    .map(({ name, storyline }) => ({ subject: name, name: storyline.storyline, storyline: () => storyline }));

/** Complaints as they went, and on until the back-test began. */
async function lived(work: BacktestWork, dataSource: DataSource): Promise<Subject[]> {
  const { rulebookId: rulebook, source, task, place, startedAt } = work;
  const chosen = { ...source, rulebook, sight: task.sight };
  const lives = await nextLives(dataSource, chosen, { after: place ?? '', limit: pageSize });
  const { id: calendar, zone } = task.draft.calendar;
  const until = moment(startedAt.getTime(), zone);
  return lives.map(({ id, number, events }) => ({
    subject: id,
    name: number,
    storyline: () => retell(events, { title: number, rulebook, calendar, until }),
  }));
}

async function playAll(subjects: Subject[], work: BacktestWork, ended: boolean): Promise<Played> {
  const { inForce, draft } = work.task;
  const { totals } = work;
  const comparisons: Played['comparisons'] = [];
  let { done, unplayable } = work;
  for (const { subject, name, storyline } of subjects) {
    // whoever works beside it in this process has their turn
    await breathe();
    done++;
    try {
      const comparison = await backtest(storyline(), inForce, draft);
      count(totals, comparison);
      if (!isSame(comparison)) comparisons.push({ ordinal: done, subject, name, comparison });
    } catch {
      // one that cannot be told or played is counted; the others still are
      unplayable++;
    }
  }
  return { place: subjects.at(-1)?.subject ?? work.place, done, unplayable, totals, comparisons, ended };
}
