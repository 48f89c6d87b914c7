/** Composes papers from the tables: a duty's of a period, a complaint's at an event. Each is stored once. */
import { createHash } from 'node:crypto';
import type { Calendar } from '../domain/calendar/calendar.js';
import { moment } from '../domain/calendar/zone.js';
import { draftOf, type DutyKind } from '../domain/paper/contents/index.js';
import type { Drafted } from '../domain/paper/facts.js';
import type { Paper } from '../domain/paper/paper.js';
import { dueOf, type Round, roundsAt } from '../domain/paper/periods.js';
import type { Words } from '../domain/paper/words.js';
import type { Label, RulebookDocument } from '../domain/rulebook/document.js';
import type { DutyDocument } from '../domain/rulebook/duty.js';
import { draftPaper, paperIdOf } from './change-papers.js';
import { gatherFacts } from './paper-facts.js';
import type { DraftPaper } from './paper-rows.js';
import { dutiesAt, dutyCalendar, type GovernedNode, governedNodes } from './queries/duties.js';
import type { Source } from './sql.js';

export interface DutyAsked {
  node: string;
  /** Its name in the rulebook. */
  duty: string;
  /** Epoch milliseconds. */
  at: number;
}

interface Owed {
  governed: GovernedNode & { document: RulebookDocument };
  duty: DutyDocument & { paper: DutyKind };
  calendar: Calendar;
}

/** The rounds that a node's duty is to be drafted for at an instant; none when it is not owed any more. */
export async function roundsOwed(source: Source, asked: DutyAsked, base?: Calendars): Promise<Round[]> {
  const owed = await owedBy(source, asked, base);
  return owed ? roundsAt(owed.duty, asked.at, owed.calendar, owed.governed.document.dutyPeriods) : [];
}

/** The calendars that ship, by id. */
export type Calendars = ReadonlyMap<string, Calendar>;

/**
 * Drafts the paper of a duty's period, as of its cut-off, unless there is one; answers its id. Undefined when the duty is not owed.
 * `now`: when it is made, which may be late.
 */
export async function draftDuty(
  source: Source,
  asked: DutyAsked & { period: string },
  now: Date,
  base?: Calendars,
): Promise<string | undefined> {
  const owed = await owedBy(source, asked, base);
  if (!owed) return undefined;
  const { governed, duty, calendar } = owed;
  const { document, ...node } = governed;
  const round = roundsAt(duty, asked.at, calendar, document.dutyPeriods).find(
    ({ period }) => period.key === asked.period,
  );
  if (!round) return undefined;
  const kind = duty.paper;
  const key = { scope: node.id, period: round.period.key };
  const known = await paperIdOf(source, kind, key);
  if (known) return known;
  const { zone } = calendar;
  // what is to come is prepared from what is known when it is drafted
  const cutOff = kind === 'roster' ? moment(round.draftAt, zone) : round.period.to;
  const { id, name, tier, parent } = node;
  const facts = await gatherFacts(source, {
    ...{ kind, scope: id, node: { id, name, tier }, zone, period: round.period, cutOff },
    book: document,
    clauses: duty.clauses,
    completes: duty.completes ?? [],
  });
  const { content, parts, rows } = draftOf(kind, facts);
  const draft: DraftPaper = {
    id: paperId(kind, key.scope, key.period),
    kind,
    cutOff,
    due: moment(dueOf(duty, round.draftAt, calendar), zone),
    ...{ content, parts },
    ...(duty.public ? { public: true as const } : {}),
    head: {
      node: facts.node,
      ...(parent && !duty.public ? { addressee: parent } : {}),
      rulebook: rulebookOf(document),
      ...{ clauses: duty.clauses, zone, period: round.period },
      ...{ approves: duty.approves ?? [], confirms: duty.confirms ?? [] },
      ...(rows ? { rows } : {}),
      ...(duty.acknowledge ? { acknowledgeHours: parseInt(duty.acknowledge, 10) } : {}),
    },
  };
  await draftPaper(source, draft, key, now);
  return paperIdOf(source, kind, key);
}

/**
 * What the paper of a duty would say had all been known that is recorded by now: as of its own cut-off, with what people wrote in it.
 * Undefined for a paper that no duty makes.
 */
export async function composeAnew(source: Source, paper: Paper, now: Date): Promise<Drafted | undefined> {
  const { kind, node, period, cutOff, zone, clauses } = paper;
  const [governed] = await governedNodes(source, now, node.id);
  const duty = governed && dutiesAt(governed).find(([, one]) => one.paper === kind)?.[1];
  if (!governed?.document || !duty || !period) return undefined;
  const facts = await gatherFacts(source, {
    ...{ kind, scope: node.id, node, zone, period, cutOff, clauses },
    recordedBy: now.toISOString(),
    book: governed.document,
    completes: duty.completes ?? [],
  });
  const { parts, ...drafted } = draftOf(kind as DutyKind, facts);
  const written = new Map(paper.parts.map((part) => [part.id, part]));
  return { ...drafted, parts: parts.map((part) => written.get(part.id) ?? part) };
}

async function owedBy(
  source: Source,
  { node, duty: name, at }: DutyAsked,
  base?: Calendars,
): Promise<Owed | undefined> {
  const [governed] = await governedNodes(source, new Date(at), node);
  if (!governed?.document) return undefined;
  const { document } = governed;
  const duty = dutiesAt(governed).find(([one]) => one === name)?.[1];
  if (!duty?.paper) return undefined;
  const calendar = await dutyCalendar(source, document, base?.get(document.calendar));
  return { governed: { ...governed, document }, duty: { ...duty, paper: duty.paper as DutyKind }, calendar };
}

export const rulebookOf = ({ rulebook, version, title }: RulebookDocument) => ({
  id: rulebook,
  version,
  title: bothWords(title, rulebook),
});

const bothWords = ({ zh, en }: Label, otherwise: string): Words => ({
  zh: zh ?? en ?? otherwise,
  en: en ?? zh ?? otherwise,
});

/** In the shape of a UUID, always the same for the same paper. */
export function paperId(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
