import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { alteredActs } from '../../database/queries/acts.js';
import { miscounted } from '../../database/recount.js';
import { endOfChronicle } from '../../database/queries/chronicle.js';
import { complaintIds } from '../../database/queries/complaint.js';
import { verifyChronicle } from '../../proof/chronicle.js';
import { verifyComplaint } from '../../proof/complaint.js';
import type { Finding } from '../../proof/finding.js';
import { verifyHistory } from '../../proof/history.js';
import { ComplaintReader } from '../complaints/reader.js';
import { For, Who } from '../kernel/access.js';
import { Kept } from '../kernel/acts.js';
import { isStorable } from '../../database/plain-text.js';
import { invalid } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

const pageSize = 100;

/** That nothing was altered, shown anew whenever somebody asks. */
@Controller('api')
@For('auditor', 'hq')
export class ProofController {
  constructor(
    private readonly options: ApiOptions,
    private readonly reader: ComplaintReader,
  ) {}

  @Get('proof')
  @Described({
    id: 'getProof',
    summary: 'Where the chronicle stands, and the last signed mark',
    answers: { 200: 'Proof' },
  })
  async proof() {
    const { dataSource, proof } = this.options;
    const checkpoints = (await proof?.checkpoints()) ?? [];
    const last = checkpoints.at(-1);
    return {
      position: (await endOfChronicle(dataSource)).position,
      checkpoints: checkpoints.length,
      ...(last ? { last: { position: last.position, at: last.at } } : {}),
      ...publicKeyOf(await proof?.publicKey()),
    };
  }

  @Get('proof/chronicle')
  @Kept()
  @Described({
    id: 'verifyChronicle',
    summary: 'Verify the chronicle, its signed marks, the acts and what the board counts',
    answers: { 200: 'Findings' },
  })
  async chronicle() {
    const { dataSource, proof } = this.options;
    const [found, acts, counts, end] = await Promise.all([
      verifyChronicle(dataSource, (await proof?.checkpoints()) ?? [], await proof?.publicKey()),
      alteredActs(dataSource),
      miscounted(dataSource),
      endOfChronicle(dataSource),
    ]);
    const items: Finding[] = [
      ...found,
      ...acts.altered.map((act): Finding => ({ what: 'act-altered', act })),
      ...acts.missing.map((act): Finding => ({ what: 'act-missing', act })),
      ...counts.map((path): Finding => ({ what: 'counts-differ', path })),
    ];
    return { verified: end.position, items };
  }

  @Get('proof/complaints')
  @Kept()
  @Described({
    id: 'verifyComplaints',
    summary: 'Verify complaints, a page at a time: events, chain, chronicle, row',
    query: { 'after?': { type: 'string', description: '`next` of the page before' } },
    answers: { 200: 'FindingsPage' },
    problems: [400],
  })
  async complaints(@Who() viewer: Viewer, @Query('after') after = '') {
    if (!isStorable(after) || after.length > 100) throw invalid({ path: 'after', message: 'must be `next` of a page' });
    const { dataSource } = this.options;
    const page = await complaintIds(dataSource, viewer, after, pageSize);
    const items: Finding[] = [];
    for (const id of page.ids) items.push(...(await verifyComplaint(dataSource, id, this.saltOf)));
    const next = page.ids.length === pageSize ? (page.ids.at(-1) ?? null) : null;
    return { verified: page.ids.length, all: page.all, items, next };
  }

  @Get('complaints/:id/proof')
  @Kept()
  @Described({
    id: 'verifyComplaint',
    summary: "Verify a complaint: events, chain, chronicle, row, and the workflow's own history",
    params: { id: text },
    answers: { 200: 'Findings' },
    problems: [404],
  })
  async complaint(@Who() viewer: Viewer, @Param('id') id: string) {
    const verified = await this.reader.seq(viewer, id);
    const { dataSource, client } = this.options;
    const items = [
      ...(await verifyComplaint(dataSource, id, this.saltOf)),
      ...(await verifyHistory(client, dataSource, id)),
    ];
    return { verified, items };
  }

  private readonly saltOf = (id: string): Promise<Uint8Array> =>
    this.options.saltOf?.(id) ?? Promise.resolve(new Uint8Array());
}

const publicKeyOf = (pem: string | undefined) => (pem ? { publicKey: pem } : {});
