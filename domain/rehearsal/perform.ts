/** Performs a storyline on a stage: the pure core, or the real engine with its time skipped. */
import type { Given } from '../complaint/decide.js';
import { isRefusal, type Refusal } from '../complaint/refusal.js';
import type { SignalData, SignalName } from '../complaint/signals.js';
import type { Role } from '../rulebook/rulebook.js';
import { judge, type Picture, type Verdict } from './expect.js';
import type { Step, Storyline } from './storyline.js';

/** What a complaint is played on. Moments are given in rising order. */
export interface Player {
  receive(storyline: Storyline): Eventually<void>;
  /** Lets time pass until a moment, with all that it brings. */
  passTo(at: string): Eventually<void>;
  give(at: string, given: Given): Eventually<Refusal | undefined>;
  tell<N extends SignalName>(at: string, signal: N, data: SignalData[N], source?: string): Eventually<void>;
  picture(): Eventually<Picture>;
}

/** The core answers at once, the engine in a while. */
type Eventually<T> = T | Promise<T>;

export interface Rehearsal {
  storyline: string;
  ok: boolean;
  complaint: Picture['complaint'];
  events: Picture['events'];
  /** By clock. */
  deadlines: Record<string, Picture['deadlines'][number]>;
  expectations: Verdict[];
}

/** Plays a storyline to its end and judges every expectation on the way. */
export async function perform(storyline: Storyline, player: Player): Promise<Rehearsal> {
  await player.receive(storyline);
  return performOn(storyline, player);
}

/** Plays the steps of a storyline on a complaint that stands on the stage already. */
export async function performOn(
  { storyline, steps }: Pick<Storyline, 'storyline' | 'steps'>,
  player: Player,
): Promise<Rehearsal> {
  const expectations: Verdict[] = [];
  for (const step of steps) {
    await player.passTo(step.at);
    const refusal = await play(step, player);
    if (refusal && !step.expect?.refused) expectations.push(unexpected(step, refusal));
    if (step.expect) expectations.push(...judge(step.expect, await player.picture(), refusal, step.at));
  }
  const { complaint, events, deadlines } = await player.picture();
  return {
    storyline,
    ok: expectations.every(({ ok }) => ok),
    complaint,
    events,
    deadlines: Object.fromEntries(deadlines.map((deadline) => [deadline.clock, deadline])),
    expectations,
  };
}

async function play(step: Step, player: Player): Promise<Refusal | undefined> {
  if (step.tell) await player.tell(step.at, step.tell as SignalName, step.with ?? {}, step.source);
  if (!step.do) return undefined;
  const role = step.as as Role;
  const given = { command: step.do, input: step.with ?? {}, person: { user: step.user ?? role, roles: [role] } };
  const refusal = await player.give(step.at, given);
  return isRefusal(refusal) ? refusal : undefined;
}

const unexpected = (step: Step, { refused, clauses, detail }: Refusal): Verdict => ({
  at: step.at,
  path: `${step.do}`,
  expected: 'accepted',
  actual: { refused, clauses, detail },
  ok: false,
});
