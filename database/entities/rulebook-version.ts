import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RulebookDocument } from '../../domain/rulebook/document.js';

/** A version of a rulebook. A draft may be changed or thrown away; the database keeps what was approved as it is. */
@Entity('rulebook_versions')
export class RulebookVersionRow {
  @PrimaryColumn('text', { name: 'rulebook_id' })
  rulebookId: string;

  @PrimaryColumn('integer')
  version: number;

  /** YAML as it was written. */
  @Column('text')
  text: string;

  /** What the text says, its entries in their order; none while a draft has mistakes. */
  @Column('json', { nullable: true })
  document: RulebookDocument | null;

  @Column('text')
  state: 'draft' | 'approved' | 'withdrawn';

  /** Shipped with the house, or written by its people. */
  @Column('text')
  origin: 'shipped' | 'written';

  /** Counts the changes of a draft. */
  @Column('integer', { default: 1 })
  revision: number;

  /** None: the house itself. */
  @Column('text', { name: 'written_by', nullable: true })
  writtenBy: string | null;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt: Date;

  @Column('text', { name: 'changed_by', nullable: true })
  changedBy: string | null;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;

  @Column('text')
  why: string;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column('text', { nullable: true })
  remarks: string | null;

  /** The first version of a rulebook that ships has been in force since 1970. */
  @Column('timestamptz', { name: 'in_force_from', nullable: true })
  inForceFrom: Date | null;

  @Column('text', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { name: 'withdrawn_why', nullable: true })
  withdrawnWhy: string | null;
}
