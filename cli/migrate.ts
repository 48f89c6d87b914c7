import { type Command } from './commands.js';

/** Brings the database up to date. */
export const command: Command = {
  run: () => Promise.resolve(),
};
