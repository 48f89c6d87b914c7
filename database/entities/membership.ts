import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/rulebook/rulebook.js';

/** Roles of a person at a node and all below it, for a time. Only ever ended, never changed. */
@Entity('memberships')
export class MembershipRow {
  @PrimaryColumn('text', { default: () => 'gen_random_uuid()' })
  id: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('text', { name: 'node_id' })
  nodeId: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('timestamptz', { name: 'valid_from', default: () => 'now()' })
  validFrom: Date;

  /** None: until further notice. */
  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;

  @Column('text', { name: 'given_by', nullable: true })
  givenBy: string | null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}

/** Somebody sees and may do for a time what an absent person may. */
@Entity('substitutions')
export class SubstitutionRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'absent_id' })
  absentId: string;

  @Column('text', { name: 'substitute_id' })
  substituteId: string;

  @Column('text')
  why: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to' })
  validTo: Date;

  @Column('text', { name: 'given_by' })
  givenBy: string;

  @Column('timestamptz', { name: 'given_at', default: () => 'now()' })
  givenAt: Date;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}
