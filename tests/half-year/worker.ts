/** The worker of a rehearsed half year: the house's own, but its time is the rehearsal's. A program, so that it can be killed. */
import { readSettings } from '../../cli/environment.js';
import { serviceCommand } from '../../cli/process/service.js';
import { startWorker } from '../../cli/worker.js';
import { forward } from './forward.js';
import { HouseClock } from './house-clock.js';

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
      attendPaper: async (id) => {
        const next = await real.attendPaper(id, clock.now());
        // the rehearsal forwards the workflow at its next look
        await dataSource.query(
          `insert into half_year_looks (paper, next) values ($1, $2) on conflict (paper) do update set next = excluded.next`,
          [id, next === undefined ? null : new Date(next)],
        );
        return next;
      },
    }),
    // whoever is told hears it at the house's time
    tell: (real, client) => async (signal) => {
      await forward(client, signal.complaint, clock.now());
      await real(signal);
    },
  }),
);
await command.run([], readSettings());
