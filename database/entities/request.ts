import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request that may be repeated: its key is in its id. */
@Entity('requests')
export class RequestRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  hash: string;

  @Column('timestamptz')
  at: Date;
}
