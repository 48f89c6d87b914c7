import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NodeTier } from '../../domain/organisation/node.js';

/** A group, a company of it, a project that a company manages, or a unit of a project. */
@Entity('organisation')
export class OrganisationNode {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  tier: NodeTier;

  @Column('text')
  name: string;

  /** The rulebook of new complaints here; a node without one asks its parent. */
  @Column('text', { name: 'rulebook_id', nullable: true })
  rulebookId: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
