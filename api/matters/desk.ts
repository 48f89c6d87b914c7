/** Matters 同一事项: what is alike, and what people say of it. */
import { Injectable } from '@nestjs/common';
import { alikeTo, pairOf, sayOfPair } from '../../database/matters/match.js';
import { lockMatters } from '../../database/matters/regroup.js';
import { isStorable } from '../../database/plain-text.js';
import type { Viewer } from '../../database/queries/access.js';
import { besideComplaint, matterOf, mergeTarget, complaintsBeside } from '../../database/queries/matters.js';
import { forbidden, invalid, notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import type { MatchInput, SimilarQuery } from './inputs.js';
import { type AlikeView, alikeView, matterView, type MatterView } from './views.js';

const mostShown = 5;

@Injectable()
export class MatterDesk {
  constructor(private readonly options: ApiOptions) {}

  async of(viewer: Viewer, id: string): Promise<MatterView> {
    const { dataSource } = this.options;
    const seen = isStorable(id) && (await mergeTarget(dataSource, id, viewer));
    if (!seen) throw notFound();
    const [rows, matter] = await Promise.all([besideComplaint(dataSource, id, viewer), matterOf(dataSource, id)]);
    return matterView(id, matter, rows, viewer);
  }

  /** A person's word that two are, or are not, the same matter. Throws what people said before against it. */
  async say(viewer: Viewer, id: string, other: string, { state }: MatchInput): Promise<MatterView> {
    const { dataSource } = this.options;
    if (!isStorable(id) || !isStorable(other)) throw notFound();
    if (id === other) throw invalid({ path: 'other', message: 'is the complaint itself' });
    const [own, theirs] = await Promise.all([
      mergeTarget(dataSource, id, viewer),
      mergeTarget(dataSource, other, viewer),
    ]);
    if (!own || !theirs) throw notFound();
    if (own.project !== theirs.project)
      throw new Problem(409, 'not-mergeable', { params: { because: 'otherProject' }, clauses: [] });
    const merged = own.mergedFrom?.into === other || theirs.mergedFrom?.into === id;
    if (merged && state !== 'confirmed')
      throw new Problem(409, 'kept-together', { detail: 'One goes on in the other: unmerge it first.', clauses: [] });
    const against = await dataSource.transaction(async (tx) => {
      await lockMatters(tx, [own.project]);
      return sayOfPair(tx, { ...pairOf(id, other), project: own.project }, { state, by: viewer.user });
    });
    if (against) throw new Problem(409, against.code, { clauses: [] });
    return this.of(viewer, id);
  }

  /** Complaints like the one that is being written down, each with why; at most five. */
  async similar(viewer: Viewer, query: SimilarQuery): Promise<AlikeView[]> {
    const { projects } = viewer;
    if (projects && !projects.includes(query.project)) throw forbidden();
    const { dataSource } = this.options;
    if (query.text.trim().length < 4 || !isStorable(query.text)) return [];
    const { project, text, category, room } = query;
    const account = { id: '', project, text, arrivedAt: Date.now(), complainant: [] };
    const alike = await alikeTo(dataSource, {
      ...account,
      ...(category ? { category } : {}),
      ...(room ? { room } : {}),
    });
    const rows = await complaintsBeside(
      dataSource,
      alike.map(({ id }) => id),
      viewer,
    );
    const best = alike.filter(({ id }) => rows.some((row) => row.id === id)).slice(0, mostShown);
    return best.flatMap(({ id, score, reasons, band }) => {
      const row = rows.find((one) => one.id === id);
      const state = band === 'same' ? 'linked' : 'suggested';
      return row ? [alikeView({ ...row, state, score, reasons, at: new Date() }, viewer)] : [];
    });
  }
}
