import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { MatchState } from '../../domain/matter/grouping.js';
import type { Reason } from '../../domain/matter/likeness.js';

/** Two complaints that may be the same matter; `a` is the lesser id. */
@Entity('matches')
export class MatchRow {
  @PrimaryColumn('text')
  a: string;

  @PrimaryColumn('text')
  b: string;

  @Column('text', { name: 'project_id' })
  projectId: string;

  @Column('real')
  score: number;

  @Column('jsonb')
  reasons: Reason[];

  @Column('text')
  state: MatchState;

  /** Who said so; null: the machine. */
  @Column('text', { name: 'by_user', nullable: true })
  byUser: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}

/** A complaint that has a matter in common with others. */
@Entity('matter_members')
export class MatterMemberRow {
  @PrimaryColumn('text', { name: 'complaint_id' })
  complaintId: string;

  @Column('text', { name: 'matter_id' })
  matterId: string;

  @Column('timestamptz', { default: () => 'now()' })
  since: Date;
}

/** How many others a complaint was told of last. */
@Entity('matter_counts')
export class MatterCountRow {
  @PrimaryColumn('text', { name: 'complaint_id' })
  complaintId: string;

  @Column('integer')
  others: number;
}

/** A complaint that goes on in another. */
@Entity('merges')
export class MergeRow {
  @PrimaryColumn('text', { name: 'complaint_id' })
  complaintId: string;

  @Column('text', { name: 'into_id' })
  intoId: string;

  @Column('timestamptz')
  at: Date;
}

/** What a complaint's workflow is to be told, once. */
@Entity('signals_to_send')
@Unique('signals_to_send_key_key', ['key'])
export class SignalRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id: string;

  @Column('text', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  signal: string;

  @Column('jsonb')
  data: object;

  @Column('text')
  key: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('integer', { default: 0 })
  failures: number;

  @Column('text', { nullable: true })
  problem: string | null;

  @Column('timestamptz', { name: 'retry_at', nullable: true })
  retryAt: Date | null;
}
