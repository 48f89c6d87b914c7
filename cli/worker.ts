import { serviceCommand } from './process/service.js';

/** Runs a worker of the workflows and activities. */
export const command = serviceCommand(() => {
  const beat = setInterval(() => undefined, 60_000);
  return Promise.resolve({
    stop: () => {
      clearInterval(beat);
      return Promise.resolve();
    },
  });
});
