/** The engine's record of a workflow, told as what happened. */
import type { ComplaintEvent, HistoryEvent } from '../api/shapes.js';

/** One step: what kind, who or what it concerns, and which events of the journal came of it. */
export interface Step {
  /** Of the engine's event: run and number. */
  key: string;
  at: string;
  kind: 'began' | 'command' | 'signal' | 'timerSet' | 'rang' | 'timerOff' | 'told' | 'ended' | 'handedOn' | 'inner';
  /** Command or signal. */
  name?: string;
  user?: string;
  role?: string;
  /** When a timer is to ring. */
  rings?: string;
  events: ComplaintEvent[];
  raw: HistoryEvent[];
}

interface Fields {
  [name: string]: Fields | undefined;
}

const fieldsOf = (value: unknown): Fields =>
  (typeof value === 'object' && value !== null ? value : {}) as unknown as Fields;
const said = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const first = (value: unknown): Fields => {
  const { payloads } = fieldsOf(value);
  return fieldsOf(Array.isArray(payloads) ? (payloads as unknown[])[0] : undefined);
};

const inner = /^WorkflowTask|^ActivityTaskStarted|^WorkflowExecutionOptionsUpdated/;

/** All steps, the first one first. `journal`: the complaint's own events, from which those that a step brought are taken. */
export function storyOf(history: HistoryEvent[], journal: ComplaintEvent[]): Step[] {
  const steps = history.map((event) => stepOf(event));
  const commands = new Map<string, Step>();
  const told: Step[] = [];
  for (const [i, step] of steps.entries()) {
    const event = history[i];
    if (!event) continue;
    const attributes = fieldsOf(event.attributes);
    if (step.kind === 'command') commands.set(`${event.run} ${event.id}`, step);
    const accepted = attributes['acceptedEventId'] as unknown as number | undefined;
    if (event.type === 'WorkflowExecutionUpdateCompleted' && accepted !== undefined) {
      const command = commands.get(`${event.run} ${String(accepted)}`);
      const seq = Number((first(fieldsOf(attributes['outcome'])['success']) as { seq?: unknown }).seq);
      if (command) {
        command.raw.push(event);
        command.events = broughtBy(journal, command, seq);
        continue;
      }
    }
    told.push(step);
  }
  return told;
}

function stepOf(event: HistoryEvent): Step {
  const { run, id, at, type } = event;
  const attributes = fieldsOf(event.attributes);
  const step = (kind: Step['kind'], more: Partial<Step> = {}): Step => ({
    ...{ key: `${run} ${id}`, at, kind, events: [], raw: [event] },
    ...more,
  });
  if (inner.test(type)) return step('inner', { name: type });
  if (type === 'WorkflowExecutionStarted') {
    const actor = fieldsOf(first(attributes['input'])['actor']);
    return step('began', { user: said(actor['user']), role: said(actor['role']) });
  }
  if (type === 'WorkflowExecutionUpdateAccepted') {
    const { input } = fieldsOf(attributes['acceptedRequest']);
    const { person } = first(fieldsOf(input)['args']);
    const { user, roles } = fieldsOf(person);
    const name = said(fieldsOf(input)['name']);
    return step('command', { name, user: said(user), role: Array.isArray(roles) ? said(roles[0]) : undefined });
  }
  if (type === 'WorkflowExecutionSignaled') {
    const { source } = first(attributes['input']);
    return step('signal', { name: said(attributes['signalName']), user: said(source) });
  }
  if (type === 'TimerStarted') {
    const seconds = Number(attributes['startToFireTimeout']);
    return step('timerSet', { rings: new Date(Date.parse(at) + seconds * 1000).toISOString() });
  }
  if (type === 'TimerFired') return step('rang');
  if (type === 'TimerCanceled') return step('timerOff');
  if (type === 'MarkerRecorded' || type.startsWith('ActivityTask')) return step('told', { name: type });
  if (type === 'WorkflowExecutionContinuedAsNew') return step('handedOn');
  if (/^WorkflowExecution(Completed|Terminated|Failed|Canceled|TimedOut)$/.test(type))
    return step('ended', { name: type });
  return step('inner', { name: type });
}

// up to the event at which its answer stands, back to the first that this person brought then
function broughtBy(journal: ComplaintEvent[], { user }: Step, seq: number): ComplaintEvent[] {
  const last = journal.findIndex((event) => event.seq === seq);
  const at = journal[last]?.at;
  if (at === undefined) return [];
  const same = journal.filter((event) => event.seq <= seq && event.at === at);
  const begin = same.findIndex(({ actor }) => actor.user === user);
  return begin < 0 ? same : same.slice(begin);
}
