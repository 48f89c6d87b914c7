import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ComplaintEvent } from '../../domain/complaint/events.js';

/** An event of a complaint; never changed, never removed. */
@Entity('events')
export class EventRow {
  @PrimaryColumn('text', { name: 'complaint_id' })
  complaintId: string;

  @PrimaryColumn('integer')
  seq: number;

  @Column('text')
  type: string;

  @Column('timestamptz')
  at: Date;

  /** The event as it is. */
  @Column('jsonb')
  data: ComplaintEvent;

  /** Keyed digest of the event. */
  @Column('text', { nullable: true })
  digest: string | null;

  /** Of its link in the complaint's chain. */
  @Column('text', { nullable: true })
  hash: string | null;
}
