import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where residents read what a project publishes, without signing in. */
@Entity('public_addresses')
export class PublicAddressRow {
  /** Nobody guesses it. */
  @PrimaryColumn('text')
  address: string;

  @Column('text', { name: 'project_id' })
  projectId: string;

  @Column('text', { name: 'opened_by' })
  openedBy: string;

  @Column('timestamptz', { name: 'opened_at', default: () => 'now()' })
  openedAt: Date;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
