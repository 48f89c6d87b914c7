/** Complaints as a viewer may read them. */
import { Injectable } from '@nestjs/common';
import { isStorable } from '../../database/plain-text.js';
import type { Viewer } from '../../database/queries/access.js';
import {
  eventsAfter,
  findComplaint,
  type NamedEvent,
  seqOf,
  type StoredComplaint,
} from '../../database/queries/complaint.js';
import { listComplaints } from '../../database/queries/complaints.js';
import { notSeen } from '../../database/queries/papers.js';
import { lookedAt } from '../../database/queries/looks.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { contactReach, masked, needsContact } from '../../domain/rights/contact.js';
import { othersIn, othersOf, withoutOthers } from '../../domain/rights/others.js';
import type { Sight } from '../../domain/rights/sight.js';
import { allowed } from '../../domain/complaint/decide.js';
import { type LedgerEntry, ledgerOf } from '../../domain/complaint/ledger.js';
import { personAt } from '../../domain/organisation/viewer.js';
import { type CustomerPromise, promiseOf } from '../../domain/complaint/promise.js';
import { notFound } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { explain, type ExplainedDeadline } from './explain.js';
import { cursorOf, cursorText, type ListQuery } from './list-query.js';
import { RulesFinder } from './rules.js';
import { type ComplaintView, complaintView, type Summary, summaryOf } from './views.js';

@Injectable()
export class ComplaintReader {
  constructor(
    private readonly options: ApiOptions,
    private readonly rules: RulesFinder,
  ) {}

  async list(viewer: Viewer, query: ListQuery): Promise<{ items: Summary[]; next: string | null }> {
    const { after, limit = 50, mine, ...filters } = query;
    const rows = await listComplaints(
      this.options.dataSource,
      { ...filters, sight: viewer, contactIn: contactReach(viewer), ...(mine ? { handler: [viewer.user] } : {}) },
      { limit: limit + 1, ...(after ? { after: cursorOf(after) } : {}) },
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const next =
      rows.length > limit && last ? cursorText({ arrivedAt: last.arrived_at.toISOString(), id: last.id }) : null;
    return { items: items.map((row) => summaryOf(row, viewer)), next };
  }

  /** Throws not-found for one that is none, or none that they see: the same answer by the same statement. */
  async stored(viewer: Viewer, id: string): Promise<StoredComplaint> {
    const stored = isStorable(id) && (await findComplaint(this.options.dataSource, id, viewer));
    if (!stored) throw notFound();
    return stored;
  }

  /** The last event of it; throws like `stored`. */
  async seq(viewer: Sight, id: string): Promise<number> {
    return (await this.place(viewer, id)).seq;
  }

  /** Its project besides. */
  async place(viewer: Sight, id: string): Promise<{ seq: number; project: string }> {
    const found = isStorable(id) ? await seqOf(this.options.dataSource, id, viewer) : undefined;
    if (!found) throw notFound();
    return found;
  }

  /** Whether somebody is shown who complained: they need to know, or have registered a look just now. */
  async contact(viewer: Viewer, complaint: Complaint): Promise<ComplaintView['contact']> {
    if (needsContact({ ...complaint }, personAt(viewer, complaint.project))) return 'shown';
    return (await lookedAt(this.options.dataSource, viewer.user, complaint.id, new Date())) ? 'looked' : 'masked';
  }

  /** With who complained masked, unless they are to know. */
  async one(viewer: Viewer, id: string): Promise<ComplaintView> {
    const stored = await this.stored(viewer, id);
    const [contact, view] = await Promise.all([this.contact(viewer, stored.complaint), this.view(viewer, stored)]);
    const told = await this.withoutUnseen(viewer, othersOf(stored.complaint), view);
    const shown = contact === 'masked' ? masked(told, stored.complaint.complainant) : told;
    return { ...shown, contact };
  }

  private async view(viewer: Viewer, stored: StoredComplaint): Promise<Omit<ComplaintView, 'contact'>> {
    const { complaint } = stored;
    const rules = await this.rules.of(complaint);
    const may = rules ? allowed(complaint, personAt(viewer, complaint.project), { ...rules, now: Date.now() }) : [];
    if (!may.includes('changeRulebook')) return complaintView(stored, rules, may);
    // only to another version is there anything to move
    const inForce = await this.rules.inForce(complaint.rulebook.id);
    const moves = inForce !== undefined && inForce !== complaint.rulebook.version;
    const view = complaintView(stored, rules, moves ? may : may.filter((name) => name !== 'changeRulebook'));
    return moves ? { ...view, rulebook: { ...view.rulebook, inForce } } : view;
  }

  async events(viewer: Viewer, id: string, after: number): Promise<NamedEvent[]> {
    const [stored, events] = await Promise.all([
      this.stored(viewer, id),
      eventsAfter(this.options.dataSource, id, after),
    ]);
    const told = await this.withoutUnseen(viewer, othersIn(events), events);
    return this.forViewer(viewer, stored.complaint, told);
  }

  /** The complaints that the events of one tell of, and that the viewer does not see. */
  async unseenIn(viewer: Viewer, id: string): Promise<{ id: string; number: string }[]> {
    const { dataSource } = this.options;
    return notSeen(dataSource, othersIn(await eventsAfter(dataSource, id, 0)), viewer);
  }

  private async withoutUnseen<T>(viewer: Viewer, others: string[], told: T): Promise<T> {
    return withoutOthers(told, await notSeen(this.options.dataSource, others, viewer));
  }

  /** Whatever is told of a complaint, as this viewer is shown it. */
  async forViewer<T>(viewer: Viewer, complaint: Complaint, told: T): Promise<T> {
    const shown = await this.withoutUnseen(viewer, othersOf(complaint), told);
    return (await this.contact(viewer, complaint)) === 'masked' ? masked(shown, complaint.complainant) : shown;
  }

  /** Every extension and stop, and what moved the promise to the customer. */
  async ledger(viewer: Viewer, id: string): Promise<{ promise?: CustomerPromise; items: LedgerEntry[] }> {
    const [{ complaint }, events] = await Promise.all([this.stored(viewer, id), this.events(viewer, id, 0)]);
    const promise = promiseOf(complaint);
    return this.forViewer(viewer, complaint, { ...(promise ? { promise } : {}), items: ledgerOf(events) });
  }

  async deadline(viewer: Viewer, id: string, clock: string): Promise<ExplainedDeadline> {
    const { complaint, deadlines } = await this.stored(viewer, id);
    const deadline = deadlines.find((one) => one.clock === clock);
    if (!deadline) throw notFound();
    return explain(complaint, deadline, await this.rules.of(complaint));
  }
}
