import type { ComplaintEvent, Verdict } from '../api/shapes.js';
import { wallOf } from '../parts/time.js';

/** An event, or a step that was refused. */
export interface Happening {
  at: string;
  tone: 'alarm' | 'rung' | 'quiet' | 'person' | 'system';
  event?: ComplaintEvent;
  refused?: { command?: string; code: string; clauses: string[]; detail?: string };
}

const alarming = ['DeadlineMissed', 'VerificationFailed', 'CustomerDisagreed'];
const muted = ['DeadlineWarned', 'BulletinIssued', 'DeadlineMet', 'DeadlineSet', 'DeadlineCancelled', 'ReportDue'];
const clockwork = ['DeadlineMet', 'DeadlineSet', 'DeadlineCancelled'];

export function happeningsOf(events: ComplaintEvent[], verdicts: Verdict[], everything: boolean): Happening[] {
  const shown = everything ? events : events.filter(({ type }) => !clockwork.includes(type));
  const all: Happening[] = [
    ...shown.map((event) => ({ at: event.at, tone: toneOf(event), event })),
    ...verdicts.flatMap(refusalOf),
  ];
  return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function toneOf({ type, actor }: ComplaintEvent): Happening['tone'] {
  if (type === 'SeverityRaised') return 'rung';
  if (alarming.includes(type)) return 'alarm';
  if (muted.includes(type)) return 'quiet';
  return actor.user ? 'person' : 'system';
}

/** Refused although nobody expected it, or as the storyline expects. */
function refusalOf({ at, path, expected, actual }: Verdict): Happening[] {
  if (typeof actual !== 'object' || actual === null) return [];
  const { refused, code, clauses = [], detail } = actual as Record<string, unknown> & { clauses?: string[] };
  const said = expected === 'accepted' ? refused : path === 'refused' ? code : undefined;
  if (typeof said !== 'string') return [];
  const command = path === 'refused' ? {} : { command: path };
  const more = typeof detail === 'string' ? { detail } : {};
  return [{ at, tone: 'alarm', refused: { ...command, code: said, clauses, ...more } }];
}

export function byDay(all: Happening[]): { date: string; list: Happening[] }[] {
  const days: { date: string; list: Happening[] }[] = [];
  for (const one of all) {
    const { date } = wallOf(one.at);
    const last = days.at(-1);
    if (last?.date === date) last.list.push(one);
    else days.push({ date, list: [one] });
  }
  return days;
}
