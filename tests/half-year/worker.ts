/** The worker of a rehearsed half year: the house's own, but its time is the rehearsal's. A program, so that it can be killed. */
import { setTimeout as pause } from 'node:timers/promises';
import { readSettings } from '../../cli/environment.js';
import { serviceCommand } from '../../cli/process/service.js';
import { startWorker } from '../../cli/worker.js';
import { standing } from './forward.js';
import { HouseClock } from './house-clock.js';
import { insist } from './insist.js';

const [clockFile = ''] = process.argv.slice(2);
const clock = new HouseClock(clockFile);

const command = serviceCommand((settings) =>
  startWorker(settings, {
    now: () => clock.now(),
    followEvery: 100,
    activities: (real, dataSource) => ({
      ...real,
      // a workflow that has just been started reads the machine's time until it is forwarded
      draftDuty: (task) => real.draftDuty(task, clock.now()),
      attendPaper: async (id, own) => {
        // the house's time stands still while a workflow's own goes on: it looks by the later one, or it would look for ever
        const at = Math.max(own, clock.now());
        const next = await real.attendPaper(id, at);
        // the rehearsal forwards the workflow at its next look
        await dataSource.query(
          `insert into half_year_looks (paper, at, next) values ($1, $2, $3)
           on conflict (paper) do update set at = excluded.at, next = excluded.next`,
          [id, new Date(at), next === undefined ? null : new Date(next)],
        );
        return next;
      },
    }),
    // whoever is told hears it at the house's time: the rehearsal forwards it while the signal waits
    tell: (real, client) => async (signal) => {
      for (;;) {
        const stands = await insist('looking at a time', () => standing(client, signal.complaint));
        if (!stands || stands.own >= clock.now()) break;
        await pause(15);
      }
      await real(signal);
    },
  }),
);
await command.run([], readSettings());
