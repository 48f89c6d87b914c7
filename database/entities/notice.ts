import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { NoticeKind, Way } from '../../domain/notice/notice.js';
import type { KeptContent } from '../../domain/notice/content.js';
import type { NoticePreferences } from '../../domain/notice/timing.js';

/** `failed` is tried again; `givenUp` was refused for good, or skipped by an administrator. */
export const noticeStates = ['waiting', 'sent', 'failed', 'givenUp'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** One event told to one recipient by one way. In the inbox it is told as soon as it is here. */
@Entity('notices')
export class NoticeRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id: string;

  /** Derived from event, recipient and way: the same notice has the same key for ever. */
  @Column('text', { unique: true })
  key: string;

  /** The thread; none for what is about no complaint. */
  @Column('text', { name: 'complaint_id', nullable: true })
  complaintId: string | null;

  /** Of the event; its words are made when they are read, out of the event itself. */
  @Column('integer', { nullable: true })
  seq: number | null;

  /** The line of the table that told so. */
  @Column('text')
  mark: string;

  @Column('text')
  kind: NoticeKind;

  @Column('text')
  way: Way;

  /** A user's id, a channel's, or `complainant`. */
  @Column('text')
  recipient: string;

  /** Key of the address that it goes to; none: it stays in the inbox. */
  @Column('text', { nullable: true })
  address: string | null;

  @Column('boolean', { default: false })
  urgent: boolean;

  /** Goes together with the others of the day. */
  @Column('boolean', { default: false })
  digest: boolean;

  /** Instead of an event's words. */
  @Column('jsonb', { nullable: true })
  content: KeptContent | null;

  @Column('text')
  state: NoticeState;

  @Column('timestamptz', { name: 'not_before' })
  notBefore: Date;

  /** The message that carries it: key of the first notice in it. Set before it is first sent. */
  @Column('text', { nullable: true })
  bundle: string | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  problem: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}

/** How a person wants to be told. */
@Entity('notice_preferences')
export class NoticePreferencesRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @Column('jsonb')
  data: NoticePreferences;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
