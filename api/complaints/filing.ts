/** Filing: the workflow is started, its first events are projected, and only then is it said that it is done. */
import { Injectable } from '@nestjs/common';
import { type Filing, filing } from '../../database/queries/filing.js';
import { project, ProjectionOvertaken } from '../../database/project.js';
import { dateOf, instant } from '../../domain/calendar/zone.js';
import type { Actor } from '../../domain/complaint/actor.js';
import { deadlinesOf } from '../../domain/complaint/deadlines.js';
import { file, type Intake } from '../../domain/complaint/file.js';
import type { Complainant, Complaint, Reference } from '../../domain/complaint/state.js';
import type { Recorded } from '../../domain/complaint/record.js';
import { personAt, type Viewer } from '../../domain/organisation/viewer.js';
import { filingRoles, roleFor } from '../../domain/rights/roles.js';
import { unknownTerm } from '../../domain/complaint/terms.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import type { CommandAnswer, ComplaintInput } from '../../workflows/messages.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { digestOf, idFrom } from '../kernel/digest.js';
import { forbidden, invalid, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import type { IntakeInput } from './intake-input.js';
import { type Rules, RulesFinder } from './rules.js';

/** Who may tell that somebody came back to a complaint. */
export const followRoles: Role[] = ['reception', 'supervisor', 'handler', 'revisitor', 'company'];

interface Following {
  follows?: Reference;
  /** Instead of those who usually file. */
  by?: Role[];
}

// nothing that is complained of today arrived before
const earliest = Date.parse('2000-01-01T00:00:00Z');

@Injectable()
export class FilingDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
    private readonly rules: RulesFinder,
  ) {}

  /** What a follow-up says anew is a complaint of its own (WY-4.2.2.5), by whoever may tell of it; once for a key. */
  async follow(viewer: Viewer, to: Complaint, text: string, key: string): Promise<Reference> {
    const { id, number, project, channel, complainant, rulebook } = to;
    const body = { project, channel, text, complainant, rulebook: rulebook.id } as IntakeInput;
    const about = { follows: { id, number }, by: followRoles };
    const filed = await this.file(viewer, body, `follow ${id} ${key}`, about);
    return { id: filed.id, number: filed.number };
  }

  /** Files a complaint; the same viewer with the same key files it once. */
  async file(viewer: Viewer, body: IntakeInput, key: string, { follows, by }: Following = {}): Promise<CommandAnswer> {
    const now = Date.now();
    checkMoments(body, now);
    const wanted = body.project ?? (viewer.tier === 'project' ? viewer.node.id : undefined);
    if (wanted === undefined) throw invalid({ path: 'project', message: 'must name the managed project' });
    const arrivedAt = body.arrivedAt === undefined ? now : instant(body.arrivedAt);
    const known = await filing(this.options.dataSource, {
      project: wanted,
      users: [...(body.accused ?? []), ...(body.facts?.accused ?? [])],
      arrivedAt,
      ...(body.rulebook === undefined ? {} : { rulebook: body.rulebook }),
    });
    const { project, rules } = await this.check(viewer, { ...body, project: wanted }, known, { now, arrivedAt });
    const actor = filerAt(viewer, project, by ?? rules.rulebook.decisions.file?.by);
    if (!actor) throw forbidden();

    const id = idFrom('file', viewer.user, key);
    const requestHash = digestOf(body);
    const input: ComplaintInput = {
      intake: intakeOf(body, {
        id,
        project,
        number: numberOf(known.ordinal, now, rules.calendar.zone),
        receivedBy: body.receivedBy ?? viewer.tier,
        complainant: complainantOf(body, rules),
        ...(follows ? { follows } : {}),
      }),
      actor,
      recordedAt: now,
      rulebook: rules.rulebook,
      calendar: rules.calendar,
      requestHash,
    };
    const recorded = first(input);
    await this.options.keyring?.begin(id);
    const answer = answerOf(recorded);
    if (await this.engine.start(input, { requestHash, answer })) {
      await this.project(input, recorded);
      return answer;
    }
    return this.again(id, requestHash);
  }

  /** The answer of a filing that was done before, or done but for the end. */
  private async again(id: string, requestHash: string): Promise<CommandAnswer> {
    const memo = await this.engine.memo(id);
    if (memo?.requestHash !== requestHash) throw new Problem(422, 'key-reused');
    const [row] = await this.options.dataSource.query<unknown[]>('select 1 from complaints where id = $1', [id]);
    if (!row) {
      const input = await this.engine.pinned(id);
      if (input) await this.project(input, first(input));
    }
    return memo.answer;
  }

  private async check(
    { projects }: Viewer,
    body: IntakeInput,
    { project, rulebook, version, path, stamp, ...known }: Filing,
    { now, arrivedAt }: { now: number; arrivedAt: number },
  ): Promise<{ project: string; rules: Rules }> {
    if (project === null) throw invalid({ path: 'project', message: `"${body.project}" is no managed project` });
    if (projects && !projects.includes(project)) throw forbidden();
    const [stranger] = known.strangers;
    if (stranger !== undefined) throw invalid({ path: 'accused', message: `"${stranger}" is no user` });
    const rules =
      rulebook !== null && version !== null
        ? await this.rules.forVersion({ rulebook, version, project, arrivedAt, place: { path, stamp, now } })
        : undefined;
    if (!rules) throw invalid({ path: 'rulebook', message: `"${rulebook ?? ''}" is no rulebook in force` });
    const unknown = unknownTerm(rules.rulebook, { category: body.category });
    if (unknown) throw invalid({ path: unknown.path, message: unknown.detail });
    return { project, rules };
  }

  private async project({ rulebook, calendar }: ComplaintInput, { complaint, events }: Recorded): Promise<void> {
    const deadlines = deadlinesOf(complaint, { rulebook, calendar, now: 0 });
    const salt = await this.options.saltOf?.(complaint.id);
    // on the disk before it is answered: whoever comes back at once finds it, whatever has died meanwhile
    const projection = { complaint, events, deadlines, ...(salt ? { salt } : {}) };
    await project(this.options.dataSource, projection).catch((error: unknown) => {
      // the worker was faster: it has told as much or more
      if (!(error instanceof ProjectionOvertaken)) throw error;
    });
  }
}

/** In whose role somebody files there: their own, else that of somebody for whom they stand in. */
function filerAt(viewer: Viewer, project: string, by: Role[] | undefined): Actor | undefined {
  const { standsInFor = [], ...self } = personAt(viewer, project);
  for (const one of [self, ...standsInFor]) {
    const role = roleFor(one.roles, by ?? filingRoles);
    if (role) return { user: self.user, role, ...(one === self ? {} : { onBehalfOf: one.user }) };
  }
  return undefined;
}

/** The first events, the same here and in the workflow. */
function first({ intake, actor, rulebook, calendar, recordedAt }: ComplaintInput): Recorded {
  return file(intake, actor, { rulebook, calendar, now: recordedAt });
}

function checkMoments({ arrivedAt, backdatedBecause }: IntakeInput, now: number): void {
  if (arrivedAt === undefined) return;
  const at = instant(arrivedAt);
  if (at > now) throw invalid({ path: 'arrivedAt', message: 'lies in the future' });
  if (at < earliest) throw invalid({ path: 'arrivedAt', message: 'lies too far in the past' });
  if (at < now && !backdatedBecause?.trim()) {
    throw invalid({ path: 'backdatedBecause', message: 'must say why it is recorded later than it arrived' });
  }
}

function intakeOf(
  body: IntakeInput,
  own: Pick<Intake, 'id' | 'number' | 'project' | 'receivedBy' | 'complainant' | 'follows'>,
): Intake {
  const { rulebook: _, ...given } = body;
  // as it travels: plain fields, none undefined
  return JSON.parse(JSON.stringify({ ...given, ...own })) as Intake;
}

/** Whom letters go to is written to in the rulebook's language, unless they want another. */
function complainantOf({ complainant = {} }: IntakeInput, { document }: Rules): Complainant {
  const { email, language = document && !document.title.zh ? 'en' : undefined } = complainant;
  return { ...complainant, ...(email && language ? { language } : {}) };
}

const numberOf = (ordinal: number, now: number, zone: string): string =>
  `HY-${dateOf(now, zone).replaceAll('-', '')}-${String(ordinal).padStart(4, '0')}`;

function answerOf({ complaint: { id, number, status, severity, tier, seq } }: Recorded): CommandAnswer {
  return { id, number, status, severity, tier, seq };
}
