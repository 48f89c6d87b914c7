import { workflowBundle } from './bundle.js';
import { type Command } from './commands.js';
import { say } from './plain.js';

/** Makes everything that a start would make: what the starter has built already, and the workflows' bundle. */
export const command: Command = {
  async run() {
    await workflowBundle();
    say('Built.');
  },
};
