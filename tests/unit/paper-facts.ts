/** Facts of papers for tests: complaints that were really played through the core. */
import { calendarFor, readLibrary } from '../../documents/library.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Context } from '../../domain/complaint/context.js';
import { handle } from '../../domain/complaint/decide.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { pass } from '../../domain/complaint/elapse.js';
import { file, type Intake } from '../../domain/complaint/file.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { Facts } from '../../domain/paper/facts.js';
import type { Cell, PaperContent } from '../../domain/paper/paper.js';
import type { Role } from '../../domain/rulebook/rulebook.js';

const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);
const wy = library.rulebooks.get('WY');
if (!wy) throw new Error('no WY');
const { rulebook, document } = wy;
const calendar = calendarFor(library, rulebook);

export type Step = [command: string, role: Role, at: string, input?: Record<string, unknown>];

export interface Played {
  complaint: Complaint;
  events: ComplaintEvent[];
}

/** Files a complaint at a moment of Shanghai and takes steps; then time goes by until `until`. */
export function played(given: Partial<Intake> & { at: string }, steps: Step[] = [], until?: string): Played {
  const { at, ...more } = given;
  const when = (text: string): Context => ({ rulebook, calendar, now: instant(`${text}+08:00`) });
  const intake: Intake = {
    ...{ id: `c-${at}-${more.category ?? ''}`, number: `HY-${at.slice(0, 10)}`, project: 'cuihu', channel: 'phone' },
    ...{
      receivedBy: 'project',
      text: '电梯停运。',
      category: 'equipment',
      complainant: { name: '周晓梅', phone: '13800000001' },
    },
    ...more,
  };
  let { complaint, events } = file(intake, { user: 'reception', role: 'reception' }, when(at));
  for (const [command, role, then, input = {}] of steps) {
    const context = when(then);
    const passed = pass(complaint, context);
    const answer = handle(passed.complaint, { command, input, person: { user: role, roles: [role] } }, context);
    if (isRefusal(answer)) throw new Error(`${command}: ${answer.detail}`);
    complaint = answer.complaint;
    events = [...events, ...passed.events, ...answer.events];
  }
  if (!until) return { complaint, events };
  const passed = pass(complaint, when(until));
  return { complaint: passed.complaint, events: [...events, ...passed.events] };
}

export function factsOf(all: Played[], from: string, to: string, more: Partial<Facts> = {}): Facts {
  const period = { key: 'k', label: { zh: '本期', en: 'this' }, from: `${from}+08:00`, to: `${to}+08:00` };
  return {
    node: { id: 'huadong', name: '华东物业公司', tier: 'company' },
    ...{ zone: 'Asia/Shanghai', period, cutOff: period.to },
    projects: [{ id: 'cuihu', name: '翠湖花园' }],
    complaints: all.map(({ complaint }) => complaint),
    events: Object.fromEntries(all.map(({ complaint, events }) => [complaint.id, events])),
    names: { handler: '王强', supervisor: '陈静' },
    ...{ bases: [], book: document, clauses: [], completes: ['company'], below: {} },
    ...more,
  };
}

/** Everything that can be read in a paper, in Chinese and as it was written. */
export function readable({ sections }: PaperContent): string {
  const told: string[] = [];
  const see = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') told.push(String(value));
    else if (Array.isArray(value)) value.forEach(see);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(see);
  };
  see(sections.map(({ title, blocks }) => [title, blocks]));
  return told.join('\n');
}

/** The value of a figure or fact by its Chinese label, wherever it stands. */
export function valueOf({ sections }: PaperContent, label: string): Cell | undefined {
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'facts' && block.type !== 'figures') continue;
    const found = block.items.find((item) => item.label.zh === label);
    if (found) return found.value;
  }
  return undefined;
}

/** Rows of the first table of a section. */
export function rowsOf({ sections }: PaperContent, id: string): Cell[][] {
  const table = sections.find((one) => one.id === id)?.blocks.find((block) => block.type === 'table');
  if (table?.type !== 'table') throw new Error(`no table in ${id}`);
  return table.rows;
}
