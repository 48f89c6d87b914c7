import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A storyline that somebody keeps, for themselves or for all. */
@Entity('storylines')
export class StorylineRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'rulebook_id' })
  rulebookId: string;

  @Column('text')
  yaml: string;

  @Column('text', { name: 'by_user' })
  byUser: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('boolean', { default: false })
  shared: boolean;
}
