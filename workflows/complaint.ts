/** A complaint from its filing to its end: waits for what people decide, what the world tells, and what time brings. */
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { instant } from '../domain/calendar/zone.js';
import { commandNames } from '../domain/complaint/commands/index.js';
import { signalNames } from '../domain/complaint/signals.js';
import { Alarm } from './alarm.js';
import { Clock } from './clock.js';
import { Desk } from './desk.js';
import {
  type CommandAnswer,
  type CommandMessage,
  type ComplaintInput,
  passTo,
  queries,
  type SignalMessage,
} from './messages.js';
import { Projector } from './projector.js';

export async function complaint(input: ComplaintInput): Promise<CommandAnswer> {
  const desk = new Desk(input);
  const projector = new Projector(desk);
  const clock = new Clock(input, workflowInfo().startTime);
  const alarm = new Alarm();
  const answers = new Map(Object.entries(input.answers ?? {}));
  const now = (planned?: string | number) => clock.now(desk.complaint.updatedAt, planned);
  const given = ({ at }: CommandMessage) => clock.given(desk.complaint.updatedAt, at);
  let changed = true;

  // before the commands: what came in ahead of the first task is handed out as the handlers are set
  for (const name of signalNames) {
    setHandler(defineSignal<[SignalMessage]>(name), ({ data, source, at }) => {
      desk.tell(name, data, source, now(at));
      changed = true;
    });
  }
  for (const name of commandNames) {
    setHandler(
      defineUpdate<CommandAnswer, [CommandMessage]>(name),
      async (message) => {
        const id = currentUpdateInfo()?.id ?? '';
        const answer = answers.get(id) ?? desk.give(name, message, given(message));
        remember(answers, id, answer);
        changed = true;
        if (!input.rehearsal) await projector.reached(answer.seq);
        return answer;
      },
      {
        validator: (message: CommandMessage) => {
          if (answers.has(currentUpdateInfo()?.id ?? '')) return;
          if (clock.isAhead(message.at))
            throw ApplicationFailure.nonRetryable(`${message.at} has not come yet: set the clocks right`);
          desk.check(name, message, given(message));
        },
      },
    );
  }
  setHandler(defineQuery(queries.complaint), () => desk.complaint);
  setHandler(defineQuery(queries.deadlines), () => desk.deadlines());
  setHandler(defineQuery(queries.events), () => desk.played);
  if (input.rehearsal) {
    setHandler(defineUpdate<void, [string]>(passTo), async (at) => {
      clock.horizon = instant(at);
      changed = true;
      await sleep(Math.max(1, instant(at) - clock.timers()));
      desk.pass(now(at));
      changed = true;
    });
  }

  while (!desk.isOver(now()) || input.rehearsal) {
    changed = false;
    if (!input.rehearsal) projector.kick();
    const next = desk.nextMoment(now(alarm.rang));
    alarm.rang = undefined;
    alarm.set(next !== undefined && next <= clock.horizon ? next : undefined, clock.timers());
    await condition(() => changed || alarm.rang !== undefined);
    if (alarm.rang !== undefined) desk.elapse(now(alarm.rang));
    if (workflowInfo().continueAsNewSuggested && !input.rehearsal) break;
  }
  await condition(() => allHandlersFinished() && projector.isIdle);
  if (desk.isOver(now())) return desk.answer(undefined);
  const { intake, actor, recordedAt } = input;
  const { rulebook, calendar } = desk;
  return continueAsNew<typeof complaint>({
    ...{ intake, actor, recordedAt, rulebook, calendar },
    snapshot: desk.complaint,
    answers: Object.fromEntries(answers),
  });
}

/** The last answers, for requests that are repeated after a new run has begun. */
function remember(answers: Map<string, CommandAnswer>, id: string, answer: CommandAnswer): void {
  answers.set(id, answer);
  const [oldest] = answers.keys();
  if (answers.size > 20 && oldest !== undefined) answers.delete(oldest);
}
