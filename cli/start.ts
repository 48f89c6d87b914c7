import { type Command } from './commands.js';
import { type Settings } from './environment.js';
import { inPlainWords, PlainError, say } from './plain.js';
import { supervise, type Supervised } from './supervise.js';

/** Starts everything, prints where it is, and stops it all in order when asked to. */
export const command: Command = {
  async run(_args, settings) {
    const asked = stopAsked();
    say('Starting Huiyin …');
    const begun = Date.now();
    const house = await supervise(settings, asked).catch(giveUp);
    tell(house, settings, begun);
    await asked;
    say('Stopping …');
    await house.stop();
    say('Stopped.');
    process.exit(0);
  },
};

// at once: a download that is still under way is nothing to wait for
function giveUp(thrown: unknown): never {
  const error = inPlainWords(thrown);
  say(error instanceof PlainError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}

function tell(house: Supervised, settings: Settings, begun: number): void {
  const password = settings.demoPassword
    ? 'the password in HUIYIN_DEMO_PASSWORD'
    : `the password ${house.demoPassword}`;
  const lines = [
    '',
    `Huiyin 回音 runs (after ${((Date.now() - begun) / 1000).toFixed(1)} s).`,
    '',
    `  Web       ${house.webUrl}/`,
    `  API       ${house.webUrl}/api/docs`,
    ...(house.temporalUrl ? [`  Temporal  ${house.temporalUrl}/`] : []),
    `  Data      ${house.folder}`,
    '',
    `  Log in as reception, supervisor, handler, approver, revisitor, company, hq, auditor or admin`,
    `  with ${password}.`,
    '',
    'Ctrl-C stops it.',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
        // asked twice: at once
        if (signal !== 'SIGHUP') process.once(signal, () => process.exit(1));
      });
    }
  });
}
