/** Moving open complaints to the version of their rulebook that is in force: what it would change, and doing it. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { countOf, idsOf, type Selection } from '../../database/queries/selection.js';
import { type Standing, standingOf } from '../../database/queries/standing.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { personAnywhere, personAt } from '../../domain/organisation/viewer.js';
import { previewMove } from '../../domain/complaint/preview-move.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import { BatchDesk } from '../batches/batch-desk.js';
import { RulesFinder } from '../complaints/rules.js';
import { Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import type { MoveInput, MovePreviewInput, MoveSelection } from './inputs.js';

const pageSize = 50;

@Injectable()
export class MoveDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly rules: RulesFinder,
    private readonly batches: BatchDesk,
  ) {}

  /** Page by page, in the order of the complaints' ids. */
  async preview(viewer: Viewer, id: string, version: number, { after, limit = pageSize, ...chosen }: MovePreviewInput) {
    const { dataSource } = this.options;
    const rulebook = await this.offered(id, version);
    const selection = selectionOf(viewer, rulebook, chosen);
    const [total, ids] = await Promise.all([
      countOf(dataSource, selection),
      idsOf(dataSource, selection, { after: after ?? null, limit: limit + 1 }),
    ]);
    const standing = await standingOf(dataSource, ids.slice(0, limit));
    const now = Date.now();
    const items = await Promise.all(standing.map((one) => this.move(one, rulebook, viewer, now)));
    return { total, items, next: ids.length > limit ? (ids[limit - 1] ?? null) : null };
  }

  /** All that the selection has now, steadily, one by one. */
  async start(viewer: Viewer, id: string, version: number, { reason, ...chosen }: MoveInput, key: string | undefined) {
    const rulebook = await this.offered(id, version);
    const selection = selectionOf(viewer, rulebook, chosen);
    const task = { selection, rulebook, reason, person: personAnywhere(viewer) };
    return this.batches.start(viewer, key ?? randomUUID(), { kind: 'changeRulebook', task, selection, why: reason });
  }

  private async move({ state, project }: Standing, rulebook: Rulebook, viewer: Viewer, now: number) {
    const { id, number, status, severity } = state;
    const complaint = { id, number, project, status, severity };
    const from = state.rulebook.version;
    const told = await this.clocks(state, rulebook, viewer, now);
    if (!isRefusal(told)) return { complaint, from, clocks: told };
    const { refused: code, detail, clauses } = told;
    return { complaint, from, clocks: [], refused: { code, detail, clauses } };
  }

  private async clocks(complaint: Complaint, rulebook: Rulebook, viewer: Viewer, now: number) {
    const rules = await this.rules.of(complaint);
    if (!rules) throw new Problem(409, 'not-in-rulebook');
    return previewMove(complaint, { rulebook, person: personAt(viewer, complaint.project) }, { ...rules, now });
  }

  private async offered(id: string, version: number): Promise<Rulebook> {
    const rulebook = await this.rules.offered(id, version);
    if (!rulebook) throw new Problem(409, 'not-in-force', { params: { version } });
    return rulebook;
  }
}

/** Open complaints of the rulebook that the viewer sees and that are under another version. */
function selectionOf({ projects }: Viewer, { id, version }: Rulebook, chosen: MoveSelection): Selection {
  const { ids, versions, statuses, severities } = chosen;
  const seen = projects && chosen.projects ? chosen.projects.filter((one) => projects.includes(one)) : projects;
  const places = seen ?? chosen.projects;
  return {
    open: true,
    rulebooks: [id],
    otherThanVersion: version,
    ...(versions ? { versions } : {}),
    ...(ids ? { ids } : {}),
    ...(places ? { projects: places } : {}),
    ...(statuses ? { statuses } : {}),
    ...(severities ? { severities } : {}),
  };
}
