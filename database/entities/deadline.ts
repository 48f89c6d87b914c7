import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Deadline } from '../../domain/complaint/deadlines.js';

/** A clock of a complaint in its present round. */
@Entity('deadlines')
export class DeadlineRow {
  @PrimaryColumn('text', { name: 'complaint_id' })
  complaintId: string;

  @PrimaryColumn('text')
  clock: string;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** Absent while it is suspended. */
  @Column('timestamptz', { nullable: true })
  due: Date | null;

  @Column('timestamptz', { name: 'met_at', nullable: true })
  metAt: Date | null;

  @Column('timestamptz', { name: 'missed_at', nullable: true })
  missedAt: Date | null;

  /** The deadline as people and programs see it. */
  @Column('jsonb')
  data: Deadline;
}
