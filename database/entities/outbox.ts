import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One row per event, for whoever tells the world of it. */
@Entity('outbox')
@Unique('outbox_complaint_id_seq_key', ['complaintId', 'seq'])
export class OutboxRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id: string;

  @Column('text', { name: 'complaint_id' })
  complaintId: string;

  @Column('integer')
  seq: number;

  @Column('text')
  type: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'taken_at', nullable: true })
  takenAt: Date | null;

  /** How often a reader could not take it. */
  @Column('integer', { default: 0 })
  failures: number;

  /** Why not, the last time. */
  @Column('text', { nullable: true })
  problem: string | null;

  /** Not before this moment again. */
  @Column('timestamptz', { name: 'retry_at', nullable: true })
  retryAt: Date | null;
}
