import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Complaint } from '../../domain/complaint/state.js';

/** A complaint as lists need it; `state` is the whole fold of its events. Written by `project` only. */
@Entity('complaints')
export class ComplaintRow {
  @PrimaryColumn('text')
  id: string;

  @Column('integer')
  seq: number;

  @Column('text', { unique: true })
  number: string;

  @Column('text', { name: 'rulebook_id' })
  rulebookId: string;

  @Column('integer', { name: 'rulebook_version' })
  rulebookVersion: number;

  @Column('text')
  zone: string;

  @Column('text', { name: 'project_id' })
  projectId: string;

  @Column('text')
  status: string;

  @Column('text')
  severity: string;

  @Column('text')
  tier: string;

  @Column('text', { name: 'handled_by' })
  handledBy: string;

  @Column('text')
  channel: string;

  @Column('text', { name: 'received_by' })
  receivedBy: string;

  @Column('text', { nullable: true })
  category: string | null;

  @Column('text', { nullable: true })
  unit: string | null;

  @Column('text', { name: 'handler_id', nullable: true })
  handlerId: string | null;

  @Column('text', { array: true })
  assisting: string[];

  /** Users for whom it does not exist. */
  @Column('text', { name: 'hidden_from', array: true, default: [] })
  hiddenFrom: string[];

  /** The keys that open it; none: it is not restricted. */
  @Column('text', { name: 'open_to', array: true, nullable: true })
  openTo: string[] | null;

  @Column('text', { name: 'complainant_name', nullable: true })
  complainantName: string | null;

  @Column('boolean')
  anonymous: boolean;

  @Column('text')
  excerpt: string;

  @Column('timestamptz', { name: 'arrived_at' })
  arrivedAt: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** Of the latest event, by workflow time. */
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('boolean')
  suspended: boolean;

  /** Deadlines ever missed in their present round. */
  @Column('integer')
  missed: number;

  /** Those of them that are not met yet. */
  @Column('integer')
  overdue: number;

  /** The earliest due moment that is not met, missed or still to come. */
  @Column('timestamptz', { name: 'unmet_due', nullable: true })
  unmetDue: Date | null;

  /** How its promises were kept, by clock: `reply:kept`, `arrive:late`, `plan:waiting`. */
  @Column('text', { array: true, default: [] })
  promises: string[];

  @Column('text', { name: 'next_clock', nullable: true })
  nextClock: string | null;

  @Column('timestamptz', { name: 'next_due', nullable: true })
  nextDue: Date | null;

  @Column('text', { name: 'next_clauses', array: true, nullable: true })
  nextClauses: string[] | null;

  @Column('boolean', { name: 'next_provisional' })
  nextProvisional: boolean;

  /** How late in the workflow's life this was decided. */
  @Column('bigint', { array: true })
  fence: string[];

  /** Hash of the last event's link. */
  @Column('text', { nullable: true })
  head: string | null;

  @Column('jsonb')
  state: Complaint;
}
