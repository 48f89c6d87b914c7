import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tier } from '../../domain/rulebook/rulebook.js';

/** A group, a company of it, or a project that a company manages. */
@Entity('organisation')
export class OrganisationNode {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  tier: Tier;

  @Column('text')
  name: string;

  /** The rulebook of new complaints here; a node without one asks its parent. */
  @Column('text', { name: 'rulebook_id', nullable: true })
  rulebookId: string | null;
}
