import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelKind } from '../../domain/notice/channel.js';
import type { Audience } from '../../domain/notice/notice.js';
import type { NoticeLanguage } from '../../domain/notice/say.js';

/** A group's robot or a program's webhook, as an administrator set it up. */
@Entity('notice_channels')
export class NoticeChannelRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: ChannelKind;

  @Column('text')
  name: string;

  /** Of its address: what is shown of it. */
  @Column('text', { nullable: true })
  host: string | null;

  /** Carries the key of a robot: sealed, told to nobody. */
  @Column('text')
  address: string;

  /** Signs what is sent; sealed, told to nobody. */
  @Column('text', { nullable: true })
  secret: string | null;

  /** Hears of complaints of this node and below it. */
  @Column('text', { name: 'node_id' })
  nodeId: string;

  /** Whose notices are told there. */
  @Column('text', { array: true })
  audience: Audience[];

  @Column('text')
  language: NoticeLanguage;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** Where notices go outside the house: a channel, a person's mailbox, a complainant's. */
@Entity('notice_addresses')
export class NoticeAddressRow {
  /** `channel:ID`, `user:ID` or `complainant:COMPLAINT`. */
  @PrimaryColumn('text')
  key: string;

  @Column('text', { name: 'channel_id', nullable: true })
  channelId: string | null;

  @Column('text', { name: 'user_id', nullable: true })
  userId: string | null;

  /** In a row. */
  @Column('integer', { default: 0 })
  failures: number;

  /** Refusals for good, in a row. */
  @Column('integer', { default: 0 })
  bounces: number;

  @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;

  /** Nothing is sent until an administrator says so. */
  @Column('timestamptz', { name: 'dead_at', nullable: true })
  deadAt: Date | null;

  /** Set when administrators were told of its death; cleared when something gets through again. */
  @Column('timestamptz', { name: 'death_told_at', nullable: true })
  deathToldAt: Date | null;

  @Column('text', { nullable: true })
  problem: string | null;

  /** The last messages, for those that take so many a minute. */
  @Column('timestamptz', { array: true, default: () => "'{}'" })
  slots: Date[];

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
}
