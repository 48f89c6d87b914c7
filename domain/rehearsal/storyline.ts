/** A storyline tells one complaint and what must come of it. */
import type { Actor } from '../complaint/actor.js';
import type { Channel, Intake } from '../complaint/file.js';
import type { Role, Tier } from '../rulebook/rulebook.js';

export interface Receive extends Partial<Omit<Intake, 'id' | 'number' | 'channel' | 'text'>> {
  at: string;
  channel: Channel;
  text: string;
  receivedBy?: Tier;
  /** Who files it; unless told somebody at the reception. */
  as?: Role;
  user?: string;
}

export interface ExpectedRefusal {
  code?: string;
  clauses?: string[];
}

export interface Expectation {
  refused?: ExpectedRefusal;
  /** By clock. */
  deadlines?: Record<string, Record<string, unknown>>;
  /** Each has happened by now; a subset match. */
  events?: Record<string, unknown>[];
  none?: Record<string, unknown>[];
  count?: (Record<string, unknown> & { atLeast?: number; atMost?: number; exactly?: number })[];
  /** Anything else is compared with the complaint: status, severity, tier … */
  [field: string]: unknown;
}

export interface Step {
  at: string;
  do?: string;
  as?: Role;
  user?: string;
  tell?: string;
  /** Who of the outside world tells it. */
  source?: string;
  with?: Record<string, unknown>;
  expect?: Expectation;
}

export interface Storyline {
  storyline: string;
  rulebook: string;
  calendar: string;
  receive: Receive;
  steps: Step[];
}

export const receiveFields = [
  'at',
  'channel',
  'receivedBy',
  'project',
  'category',
  'text',
  'complainant',
  'people',
  'remedySought',
  'arrivedAt',
  'backdatedBecause',
  'accused',
  'facts',
  'as',
  'user',
] as const;

/** The intake that a storyline tells. */
export function intakeOf({ receive }: Storyline, id: string): Intake {
  const { at: _, as: __, user: ___, ...given } = receive;
  return {
    ...given,
    id,
    number: 'R-1',
    project: given.project ?? 'rehearsal',
    receivedBy: given.receivedBy ?? 'project',
    complainant: given.complainant ?? {},
  };
}

/** Who files what a storyline tells. */
export function filerOf({ receive: { as: role = 'reception', user = role } }: Storyline): Actor {
  return { user, role };
}
