/** What the outside world may tell by HTTP. Calendars are published elsewhere. */
import type { Shape } from '../../domain/complaint/input.js';
import { flag, number, optional, text } from '../../domain/complaint/input.js';
import type { SignalName } from '../../domain/complaint/signals.js';
import { factsShape } from './intake-input.js';

export const signalShapes = {
  urged: { text: optional(text()) },
  followedUp: { text: optional(text()), newContent: optional(flag()) },
  joined: { people: number(1) },
  factReported: factsShape,
  sameMatterCounted: { count: number() },
  crewReported: { text: optional(text()) },
} satisfies Partial<Record<SignalName, Shape>>;
