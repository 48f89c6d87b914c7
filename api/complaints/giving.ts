/** Giving commands and telling signals: checked here for what only the database knows, decided in the workflow. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { strangers } from '../../database/queries/filing.js';
import { firstSeen, wasSeen } from '../../database/queries/requests.js';
import { personAt } from '../../domain/organisation/viewer.js';
import { ofHouse } from '../../domain/rights/sight.js';
import type { Reference } from '../../domain/complaint/state.js';
import type { SignalName } from '../../domain/complaint/signals.js';
import type { CommandAnswer, SignalMessage } from '../../workflows/messages.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { digestOf, idFrom } from '../kernel/digest.js';
import { invalid, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { FilingDesk } from './filing.js';
import { merging } from './merging.js';
import { ComplaintReader } from './reader.js';
import { RulesFinder } from './rules.js';

export interface Conditions {
  /** Idempotency-Key. */
  key?: string;
  /** If-Match: only if the complaint still stands at this event. */
  ifSeq?: number;
}

@Injectable()
export class CommandDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
    private readonly reader: ComplaintReader,
    private readonly rules: RulesFinder,
    private readonly filing: FilingDesk,
  ) {}

  async give(
    viewer: Viewer,
    id: string,
    command: string,
    input: object,
    { key, ifSeq }: Conditions,
  ): Promise<CommandAnswer> {
    const requestHash = digestOf([command, input]);
    const updateId = idFrom('give', viewer.user, id, key ?? randomUUID());
    // whoever recuses themselves does not find it again: only what was asked before is answered once more
    const before = command === 'recuse' ? await this.placeToRecuse(viewer, id, updateId) : undefined;
    const [seen, offered, place] = await Promise.all([
      key === undefined
        ? { at: Date.now(), hash: requestHash }
        : firstSeen(this.options.dataSource, updateId, requestHash),
      command === 'changeRulebook' ? this.offered(viewer, id, input) : undefined,
      before ?? this.reader.place(viewer, id),
      this.checkReferences(input as Record<string, unknown>),
    ]);
    if (seen.hash !== requestHash) throw new Problem(422, 'key-reused');
    // the same however often it is sent: the engine may lose it after the worker has decided it
    const at = new Date(seen.at).toISOString();
    const given = (membersUnseen = false) =>
      this.engine.give(
        { id, command, updateId },
        {
          ...{ input: { ...input }, person: personAt(viewer, place.project), requestHash, at },
          ...(offered ? { rulebook: offered } : {}),
          ...(membersUnseen ? { membersUnseen } : {}),
          ...(ifSeq === undefined ? {} : { ifSeq }),
        },
        () => this.restart(viewer, id),
      );
    const { into } = input as { into?: unknown };
    const isMerge = command === 'merge' && typeof into === 'string';
    const answer = await (isMerge ? merging(this.options.dataSource, viewer, { id, into }, given) : given());
    const { requestHash: _, ...shown } = answer;
    return shown;
  }

  async tell(viewer: Viewer, id: string, signal: SignalName, data: object): Promise<void> {
    await this.reader.seq(viewer, id);
    const message = { data: { ...data }, source: viewer.user } as SignalMessage;
    await this.engine.tell(id, signal, message, () => this.restart(viewer, id));
  }

  /**
   * Somebody came back to it. What is new in it is filed as a complaint of its own before the one it followed is told:
   * sent again with the same key, it is the same one.
   */
  async followedUp(
    viewer: Viewer,
    id: string,
    said: { text?: string; newContent?: boolean },
    key = randomUUID() as string,
  ): Promise<{ filed?: Reference }> {
    if (!said.newContent) {
      await this.tell(viewer, id, 'followedUp', said);
      return {};
    }
    if (!said.text?.trim()) throw invalid({ path: 'text', message: 'must say what is new' });
    const { complaint } = await this.reader.stored(viewer, id);
    const filed = await this.filing.follow(viewer, complaint, said.text, key);
    await this.tell(viewer, id, 'followedUp', { ...said, filed });
    return { filed };
  }

  private async placeToRecuse(viewer: Viewer, id: string, updateId: string): Promise<{ project: string }> {
    const wasGiven = await wasSeen(this.options.dataSource, updateId);
    return this.reader.place(wasGiven ? { ...ofHouse, projects: viewer.projects } : viewer, id);
  }

  /** What people name by its version travels by value. */
  private async offered(viewer: Viewer, id: string, { version }: { version?: unknown }) {
    const { complaint } = await this.reader.stored(viewer, id);
    return this.rules.offered(complaint.rulebook.id, Number(version));
  }

  private async restart(viewer: Viewer, id: string) {
    const { complaint } = await this.reader.stored(viewer, id);
    return this.rules.restart(complaint);
  }

  private async checkReferences({ handler, accused }: Record<string, unknown>): Promise<void> {
    const users = [handler, ...(Array.isArray(accused) ? (accused as unknown[]) : [])].filter(
      (one) => typeof one === 'string',
    );
    if (users.length > 0) {
      const [stranger] = await strangers(this.options.dataSource, users);
      if (stranger !== undefined) {
        throw invalid({ path: stranger === handler ? 'handler' : 'accused', message: `"${stranger}" is no user` });
      }
    }
  }
}
