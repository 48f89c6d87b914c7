/** A complaint that was, told as a storyline: what people gave and the world told; what time brought comes by itself. */
import { instant } from '../calendar/zone.js';
import type { Command } from '../complaint/command.js';
import { commands } from '../complaint/commands/index.js';
import type { ComplaintEvent } from '../complaint/events.js';
import { given } from '../complaint/given.js';
import { signalOf } from '../complaint/signals.js';
import type { Receive, Step, Storyline } from './storyline.js';

interface Telling {
  title: string;
  rulebook: string;
  calendar: string;
  /** Time passes up to here after the last event; without it, to the last event itself. */
  until?: string;
}

/**
 * Tells a complaint's events (all of them, in their sequence) as a storyline. Performed under the same rulebook and
 * calendar, it brings the same events. Throws when the first one is not Received: a fault of the program.
 */
export function retell(events: readonly ComplaintEvent[], { title, rulebook, calendar, until }: Telling): Storyline {
  const [first, ...rest] = events;
  if (first?.type !== 'Received') throw new Error('a complaint begins with Received');
  const last = events.at(-1) ?? first;
  const end = until !== undefined && instant(until) > instant(last.at) ? until : last.at;
  return {
    storyline: title,
    rulebook,
    calendar,
    receive: receiveOf(first),
    steps: [...rest.flatMap((event) => stepOf(event) ?? []), { at: end, expect: {} }],
  };
}

function receiveOf(event: ComplaintEvent<'Received'>): Receive {
  const { at, actor, arrivedAt, people, accused, facts, complainant } = event;
  const { channel, receivedBy, project, category, text, remedySought, backdatedBecause } = event;
  return {
    at,
    channel: channel as Receive['channel'],
    receivedBy,
    project,
    text,
    complainant,
    ...given({ category, remedySought, backdatedBecause }),
    ...(instant(arrivedAt) === instant(at) ? {} : { arrivedAt }),
    ...(people > 1 ? { people } : {}),
    ...(accused.length > 0 ? { accused } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...('user' in actor ? { as: actor.role, user: actor.user } : {}),
  };
}

/** What somebody did or told, by the event that came of it; undefined for what followed by rule or time. */
function stepOf(event: ComplaintEvent): Step | undefined {
  const { at, actor, type } = event;
  if ('outside' in actor) {
    const told = signalOf(event);
    return told && { at, tell: told.signal, source: actor.outside, with: { ...told.data } };
  }
  // it is played under one version from its beginning
  if (type === 'RulebookChanged') return undefined;
  const command = 'user' in actor ? bringing.get(type) : undefined;
  if (!command || !('user' in actor)) return undefined;
  const input = command.asked?.(event) ?? asked(command, event);
  return { at, do: command.name, as: actor.role, user: actor.user, with: input };
}

const bringing = new Map<string, Command>(
  Object.values(commands).flatMap((command) => command.events.map((type) => [type, command] as const)),
);

function asked({ input }: Command, event: ComplaintEvent): Record<string, unknown> {
  const told = event as unknown as Record<string, unknown>;
  return given(Object.fromEntries(Object.keys(input).map((name) => [name, told[name]])));
}
