import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { linksOf } from '../../database/queries/complaint.js';
import { attachedFiles } from '../../database/queries/files.js';
import { sealedArchive } from '../../proof/archive.js';
import { withoutOthers } from '../../domain/rights/others.js';
import { rolesAt } from '../../domain/organisation/viewer.js';
import { unlessDestroyed } from '../../vault/keyring.js';
import { decrypt } from '../../vault/master.js';
import { For, ForReaders, Who } from '../kernel/access.js';
import { Kept } from '../kernel/acts.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { archiveFiles } from './archive.js';
import { HistoryReader } from './history.js';
import { ComplaintReader } from './reader.js';
import { RulesFinder } from './rules.js';

/** What stays of a complaint: its file, and the history that proves it. */
@Controller('api/complaints')
export class ComplaintFileController {
  constructor(
    private readonly options: ApiOptions,
    private readonly reader: ComplaintReader,
    private readonly rules: RulesFinder,
    private readonly history: HistoryReader,
  ) {}

  @Get(':id/history')
  @Kept()
  @For('auditor')
  @Described({
    id: 'getHistory',
    summary: "The workflow's own history, for auditors",
    params: { id: text },
    answers: { 200: 'History' },
    problems: [404],
  })
  async workflowHistory(@Who() viewer: Viewer, @Param('id') id: string) {
    // an auditor reads everything; that they did is an act of theirs
    await this.reader.seq(viewer, id);
    const [items, unseen] = await Promise.all([this.history.of(id), this.reader.unseenIn(viewer, id)]);
    return { items: withoutOthers(items, unseen) };
  }

  @Get(':id/archive')
  @Kept()
  @ForReaders()
  @Described({
    id: 'getArchive',
    summary: 'The whole file as a zip',
    params: { id: text },
    produces: 'application/zip',
    answers: { 200: { type: 'string', format: 'binary' } },
    problems: [404],
  })
  async archive(@Who() viewer: Viewer, @Param('id') id: string, @Res() reply: FastifyReply) {
    const [view, stored, events, links] = await Promise.all([
      this.reader.one(viewer, id),
      this.reader.stored(viewer, id),
      this.reader.events(viewer, id, 0),
      linksOf(this.options.dataSource, id),
    ]);
    const rules = await this.rules.of(stored.complaint);
    const whole = view.contact !== 'masked' && (await this.reader.unseenIn(viewer, id)).length === 0;
    const files = archiveFiles(view, stored, events, {
      ...(rules ? { 'rulebook.json': rules.document ?? rules.rulebook, 'calendar.json': rules.calendar } : {}),
      ...(whole && rolesAt(viewer, stored.complaint.project).includes('auditor')
        ? { 'history.json': await this.history.of(id) }
        : {}),
    });
    if (whole) Object.assign(files, await this.attached(id));
    // without the salt nobody holds masked events against their digests; the chain still verifies
    const salt = whole ? await this.options.saltOf?.(id).catch(unlessDestroyed) : undefined;
    const proof = { ...(salt ? { salt: Buffer.from(salt).toString('base64') } : {}), links };
    const { keys } = this;
    const content = Buffer.from(await sealedArchive(files, proof, await keys(), new Date()));
    await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${view.number.replace(/[^\w-]/g, '_')}.zip"`)
      .send(content);
  }

  private async attached(id: string): Promise<Record<string, Uint8Array>> {
    const { dataSource, keyring } = this.options;
    const kept = await attachedFiles(dataSource, id);
    if (kept.length === 0 || !keyring) return {};
    const { payload } = await keyring.keysOf(id);
    return Object.fromEntries(
      kept.map(({ sha256, name, content }) => [
        `attachments/${sha256.slice(0, 8)}-${name}`,
        decrypt(payload, content, `${id} ${sha256}`),
      ]),
    );
  }

  private readonly keys = async () => {
    const { proof } = this.options;
    if (!proof) throw new Error('nothing to sign with');
    const privateKey = await proof.privateKey();
    return { privateKey, publicKey: (await proof.publicKey()) ?? '' };
  };
}
