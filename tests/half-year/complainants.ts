/** People with complaints: file them, act on them, tell of them, at the house's time. */
import { ComplaintEngine } from '../../api/engine/complaint-engine.js';
import { Problem } from '../../api/kernel/problem.js';
import type { ApiOptions } from '../../api/options.js';
import { calendarFor, type Library } from '../../documents/library.js';
import { pinned } from '../../domain/calendar/calendar.js';
import { instant, moment } from '../../domain/calendar/zone.js';
import { file } from '../../domain/complaint/file.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { SignalName } from '../../domain/complaint/signals.js';
import { filerOf, intakeOf, type Step } from '../../domain/rehearsal/storyline.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { type ComplaintInput, taskQueue } from '../../workflows/messages.js';
import type { Agenda } from './agenda.js';
import { forward } from './forward.js';
import type { RehearsedHouse } from './house.js';
import { insist } from './insist.js';
import type { Told } from './story.js';

export interface Deeds {
  filed: number;
  accepted: number;
  refused: number;
}

const isAway = (error: unknown): boolean => !(error instanceof Problem) || error.status === 503;

/** Puts the whole story on the agenda; what is done is counted. */
export function planStory(
  { client, pace, dataSource, clock }: RehearsedHouse,
  library: Library,
  story: readonly Told[],
  agenda: Agenda,
  until: number,
): Deeds {
  const deeds: Deeds = { filed: 0, accepted: 0, refused: 0 };
  const engine = new ComplaintEngine({ dataSource, client, taskQueue, patience: 2_000 } as ApiOptions);
  const restart = async (id: string) => {
    const [row] = await dataSource.query<{ state: Complaint }[]>('select state from complaints where id = $1', [id]);
    const started = row && (await engine.pinned(id));
    return started && { ...started, snapshot: row.state };
  };
  const add = (at: number, lane: string, work: () => Promise<void>) => {
    if (at < until) agenda.add({ at, lane, run: work });
  };
  for (const [i, { id, project, storyline }] of story.entries()) {
    const { rulebook } = library.rulebooks.get(storyline.rulebook) ?? {};
    if (!rulebook) throw new Error(`no rulebook ${storyline.rulebook}`);
    add(instant(storyline.receive.at), id, async () => {
      const now = clock.now();
      const arrived = storyline.receive.arrivedAt ?? storyline.receive.at;
      const intake = { ...intakeOf(storyline, id), project, number: `HY-HALF-${String(i + 1).padStart(4, '0')}` };
      const calendar = pinned(calendarFor(library, rulebook), Number(arrived.slice(0, 4)));
      const input: ComplaintInput = { intake, actor: filerOf(storyline), recordedAt: now, rulebook, calendar };
      const { complaint } = file(intake, input.actor, { rulebook, calendar, now });
      const { number, status, severity, tier, seq } = complaint;
      await insist(`filing ${id}`, () =>
        engine.start(input, { requestHash: id, answer: { id, number, status, severity, tier, seq } }),
      );
      await insist(`forwarding ${id}`, () => forward(pace, id, now));
      deeds.filed++;
    });
    for (const [n, step] of storyline.steps.entries()) {
      if (!step.do && !step.tell) continue;
      add(instant(step.at), id, () => take(id, n, step));
    }
  }
  return deeds;

  async function take(id: string, n: number, step: Step): Promise<void> {
    const now = clock.now();
    await insist(`forwarding ${id}`, () => forward(pace, id, now));
    if (step.tell) {
      const message = { data: step.with ?? {}, ...(step.source ? { source: step.source } : {}) } as never;
      await insist(
        `telling ${id}`,
        () => engine.tell(id, step.tell as SignalName, message, () => restart(id)),
        (error) => !isAway(error),
      ).catch(refusedOnly);
    }
    if (!step.do) return;
    const role = step.as as Role;
    const person = { user: step.user ?? role, roles: [role] };
    const message = { input: step.with ?? {}, person, at: moment(now, 'Asia/Shanghai') };
    const order = { id, command: step.do, updateId: `${id}-${n}` };
    await insist(
      `${step.do} of ${id}`,
      () => engine.give(order, message, () => restart(id)),
      (error) => !isAway(error),
    ).then(() => deeds.accepted++, refusedOnly);
  }

  // what does not fit the moved days or what was left out is refused, as it should be
  function refusedOnly(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    deeds.refused++;
  }
}
