import { type Command } from '../commands.js';
import { type Settings } from '../environment.js';
import { inPlainWords, messageOf, say } from '../plain.js';

/** Something that runs until it is stopped. */
export interface Running {
  /** Where it listens, when it does. */
  url?: string;
  /** Finishes what is under way and lets go. */
  stop(): Promise<void>;
  /** Settles when it ends by itself; an error means that it broke. */
  ended?: Promise<void>;
}

/** The API and the worker are services: started with settings, stopped by a signal or by the loss of their parent. */
export type StartService = (settings: Settings) => Promise<Running>;

const patience = 20_000;

/** The command that runs a service: tells its parent when it is ready, stops cleanly when it is asked to. */
export function serviceCommand(start: StartService): Command {
  return {
    async run(_args, settings) {
      const asked = stopAsked();
      const running = await start(settings);
      process.send?.('ready');
      if (running.url && !process.send) say(`Listening at ${running.url}`);
      let code = 0;
      try {
        await Promise.race([asked, ...(running.ended ? [running.ended] : [])]);
      } catch (error) {
        say(messageOf(inPlainWords(error)));
        code = 1;
      }
      // a stop that hangs is no reason to stay
      setTimeout(() => process.exit(code || 1), patience).unref();
      await running.stop();
      process.exit(code);
    },
  };
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    if (process.send) process.once('disconnect', () => resolve());
  });
}
