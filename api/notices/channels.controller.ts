/** Notice channels 通知渠道: administrators set up robots and webhooks; address and secret are never read back. */
import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { isStorable } from '../../database/plain-text.js';
import type { Viewer } from '../../database/queries/access.js';
import {
  addChannel,
  changeChannel,
  type ChannelInput,
  channelsBelow,
  isBelow,
  type ListedChannel,
  removeChannel,
  testChannel,
} from '../../database/queries/notice-channels.js';
import { addressProblem, secretProblem } from '../../domain/notice/channel.js';
import { inEveryLanguage } from '../../domain/notice/content.js';
import { noticeWords } from '../../domain/notice/say.js';
import { sealedFor, Secrets } from '../../vault/secrets.js';
import { For, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { type FieldError, invalid, notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { NoticeChannelInput } from './inputs.js';

@Controller('api/notice-channels')
@For('admin')
export class ChannelsController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'listNoticeChannels',
    summary: 'The robots and webhooks of my part of the organisation',
    answers: { 200: 'NoticeChannelList' },
  })
  async list(@Who() { node }: Viewer) {
    const channels = await channelsBelow(this.options.dataSource, node.id);
    return { items: channels.map(viewOf), mail: this.options.mail ?? false };
  }

  @Post()
  @Described({
    id: 'addNoticeChannel',
    summary: 'Sets a robot or webhook up',
    body: 'NoticeChannelInput',
    answers: { 201: 'NoticeChannel' },
    problems: [400],
  })
  async add(@Who() viewer: Viewer, @Body(new InputPipe(NoticeChannelInput)) input: NoticeChannelInput) {
    const { address } = input;
    if (address === undefined) throw invalid({ path: 'address', message: 'is missing' });
    await this.check(viewer, input, input.secret ?? null);
    const id = randomUUID();
    await addChannel(this.options.dataSource, viewer.user, { id, ...(await this.sealed(id, input)) });
    return viewOf(await this.one(viewer, id));
  }

  @Put(':id')
  @Described({
    id: 'changeNoticeChannel',
    summary: 'Changes it; an address or secret that is left out stays as it was',
    params: { id: text },
    body: 'NoticeChannelInput',
    answers: { 200: 'NoticeChannel' },
    problems: [400, 404],
  })
  async change(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Body(new InputPipe(NoticeChannelInput)) input: NoticeChannelInput,
  ) {
    const { kind } = await this.one(viewer, id);
    if (kind !== input.kind) throw invalid({ path: 'kind', message: 'cannot be changed: set another channel up' });
    await this.check(viewer, input, input.secret);
    await changeChannel(this.options.dataSource, id, await this.sealed(id, input));
    return viewOf(await this.one(viewer, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Described({
    id: 'removeNoticeChannel',
    summary: 'Takes it away; what it has not been told is given up',
    params: { id: text },
    answers: { 204: undefined },
    problems: [404],
  })
  async remove(@Who() viewer: Viewer, @Param('id') id: string): Promise<void> {
    await this.one(viewer, id);
    await removeChannel(this.options.dataSource, id);
  }

  @Post(':id/test')
  @HttpCode(202)
  @Described({
    id: 'testNoticeChannel',
    summary: 'Sends a test there; the list tells what became of it',
    params: { id: text },
    answers: { 202: 'NoticeChannel' },
    problems: [404],
  })
  async test(@Who() viewer: Viewer, @Param('id') id: string) {
    const channel = await this.one(viewer, id);
    const content = inEveryLanguage((language) => {
      const { title, text: quote } = noticeWords[language].test;
      return { title, lines: [], quote };
    });
    await testChannel(this.options.dataSource, channel, content);
    return viewOf(await this.one(viewer, id));
  }

  private async one({ node }: Viewer, id: string): Promise<ListedChannel> {
    const [found] = isStorable(id) ? await channelsBelow(this.options.dataSource, node.id, id) : [];
    if (!found) throw notFound();
    return found;
  }

  /** As it is kept. */
  private async sealed(id: string, input: NoticeChannelInput): Promise<ChannelInput> {
    const { keyring } = this.options;
    if (!keyring) throw new Error('notice channels need the keyring');
    const host = input.address === undefined ? {} : { host: new URL(input.address).host };
    return { ...(await sealedFor(new Secrets(keyring), id, { ...input })), ...host };
  }

  private async check(
    viewer: Viewer,
    { kind, address, node, audience }: ChannelInput,
    secret: string | null | undefined,
  ): Promise<void> {
    const errors: FieldError[] = [];
    const say = (path: string, message: string | undefined) => {
      if (message) errors.push({ path, message });
    };
    if (address !== undefined) say('address', addressProblem(kind, address, this.options.openChannels ?? false));
    if (secret !== undefined) say('secret', secretProblem(kind, secret));
    if (audience.includes('complainant') && kind !== 'webhook') {
      say('audience', 'only a webhook may stand for the complainant');
    }
    if (!(await isBelow(this.options.dataSource, viewer.node.id, node))) say('node', 'is none of your organisation');
    if (errors.length > 0) throw invalid(...errors);
  }
}

function viewOf({ sentAt, nextTryAt, deadAt, problem, ...channel }: ListedChannel) {
  return {
    ...channel,
    sentAt: sentAt?.toISOString() ?? null,
    nextTryAt: nextTryAt?.toISOString() ?? null,
    deadAt: deadAt?.toISOString() ?? null,
    problem,
  };
}
