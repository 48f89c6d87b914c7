import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Missing, PaperContent, PaperState, Part } from '../../domain/paper/paper.js';
import type { Family, PaperKind } from '../../domain/paper/kinds.js';
import type { PaperHead, PaperSignatures } from '../paper-rows.js';

/** A paper; frozen by the database once it is issued. */
@Entity('papers')
@Unique('papers_kind_scope_period_revision_key', ['kind', 'scope', 'period', 'revision'])
@Unique('papers_series_node_id_year_n_key', ['series', 'nodeId', 'year', 'n'])
export class PaperRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: PaperKind;

  @Column('text')
  family: Family;

  /** The complaint or node that it is about. */
  @Column('text')
  scope: string;

  @Column('text')
  period: string;

  /** 0, and one more for each correction. */
  @Column('integer', { default: 0 })
  revision: number;

  @Column('text', { name: 'node_id' })
  nodeId: string;

  @Column('text', { name: 'complaint_id', nullable: true })
  complaintId: string | null;

  @Column('text')
  state: PaperState;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  series: string;

  @Column('integer', { nullable: true })
  year: number | null;

  @Column('integer', { nullable: true })
  n: number | null;

  @Column('timestamptz', { name: 'cut_off' })
  cutOff: Date;

  @Column('timestamptz')
  due: Date;

  @Column('timestamptz', { name: 'drafted_at', default: () => 'now()' })
  draftedAt: Date;

  @Column('timestamptz', { name: 'issued_at', nullable: true })
  issuedAt: Date | null;

  @Column('boolean', { default: false })
  late: boolean;

  @Column('boolean')
  public: boolean;

  @Column('text', { name: 'corrects_id', nullable: true })
  correctsId: string | null;

  @Column('jsonb')
  head: PaperHead;

  @Column('jsonb')
  content: PaperContent;

  @Column('jsonb')
  parts: Part[];

  /** What was not there when it was issued. */
  @Column('jsonb', { nullable: true })
  missing: Missing[] | null;

  @Column('jsonb', { default: {} })
  signed: PaperSignatures;

  /** Counts its changes. */
  @Column('integer', { default: 1 })
  version: number;

  /** When its workflow was started. */
  @Column('timestamptz', { name: 'followed_at', nullable: true })
  followedAt: Date | null;
}

/** The last number given. */
@Entity('paper_numbers')
export class PaperNumberRow {
  @PrimaryColumn('text')
  series: string;

  @PrimaryColumn('text', { name: 'node_id' })
  nodeId: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('integer')
  last: number;
}

/** What was done with a paper, in order. */
@Entity('paper_steps')
export class PaperStepRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text', { name: 'paper_id' })
  paperId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  step: string;

  @Column('text', { name: 'user_id', nullable: true })
  userId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** When people were told of it. */
  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt: Date | null;
}

/** That somebody above has it before them. */
@Entity('receipts')
export class ReceiptRow {
  @PrimaryColumn('text', { name: 'paper_id' })
  paperId: string;

  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'node_name' })
  nodeName: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;
}

/** What complaint rates are reckoned over. */
@Entity('project_bases')
export class ProjectBaseRow {
  @PrimaryColumn('text', { name: 'project_id' })
  projectId: string;

  /** Its first day. */
  @PrimaryColumn('date')
  month: string;

  /** The latest counts. */
  @PrimaryColumn('integer', { default: 1 })
  version: number;

  /** What it mostly is: `residential` or `other`. */
  @Column('text', { nullable: true })
  kind: string | null;

  /** Occupied households. */
  @Column('integer', { nullable: true })
  households: number | null;

  /** Managed floor area, m². */
  @Column('numeric', { name: 'floor_area', nullable: true })
  floorArea: string | null;

  @Column('text', { name: 'entered_by', nullable: true })
  enteredBy: string | null;

  @Column('timestamptz', { name: 'entered_at', default: () => 'now()' })
  enteredAt: Date;
}
