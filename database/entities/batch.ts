import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface BatchProblem {
  complaint: string;
  /** A refusal's code, or what went wrong. */
  code: string;
  detail: string;
}

/** Work over many complaints, and how far it has come. */
@Entity('batches')
export class BatchRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: string;

  @Column('jsonb')
  task: object;

  @Column('text')
  why: string;

  @Column('text', { name: 'started_by' })
  startedBy: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** As counted at the beginning; more when more were found. */
  @Column('integer')
  total: number;

  @Column('integer', { default: 0 })
  done: number;

  @Column('integer', { default: 0 })
  refused: number;

  /** Why complaints refused, the first of them. */
  @Column('jsonb', { default: [] })
  problems: BatchProblem[];

  /** 1: all; 2: those that were filed while the first walk was on. */
  @Column('integer', { default: 1 })
  walk: number;

  @Column('text', { name: 'after_id', nullable: true })
  afterId: string | null;

  /** How often the complaint that comes next has given no answer. */
  @Column('integer', { default: 0 })
  stumbles: number;

  @Column('text', { name: 'stopped_by', nullable: true })
  stoppedBy: string | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
