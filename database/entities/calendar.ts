import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

type Days = [string, number, string][];

/** A version of a calendar's year; never changes. */
@Entity('calendar_years')
@Unique('calendar_years_stamp_key', ['stamp'])
@Unique('calendar_years_batch_id_key', ['batchId'])
export class CalendarYearRow {
  @PrimaryColumn('text', { name: 'calendar_id' })
  calendarId: string;

  @PrimaryColumn('integer')
  year: number;

  @PrimaryColumn('integer')
  version: number;

  /** Rises with every change of any calendar. */
  @Column('integer', { default: () => `nextval('calendar_stamps')` })
  stamp: number;

  /** First day, days, name. */
  @Column('jsonb')
  off: Days;

  /** Make-up workdays: day, name. */
  @Column('jsonb')
  work: [string, string][];

  /** `shipped` or `published`. */
  @Column('text')
  origin: string;

  @Column('text')
  why: string;

  @Column('text', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'published_at', default: () => 'now()' })
  publishedAt: Date;

  /** The batch that tells the open complaints. */
  @Column('text', { name: 'batch_id', nullable: true })
  batchId: string | null;
}

/** A version of a node's own calendar; never changes. */
@Entity('node_calendars')
@Unique('node_calendars_stamp_key', ['stamp'])
@Unique('node_calendars_batch_id_key', ['batchId'])
export class NodeCalendarRow {
  @PrimaryColumn('text', { name: 'node_id' })
  nodeId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('integer', { default: () => `nextval('calendar_stamps')` })
  stamp: number;

  @Column('date', { name: 'in_force_from' })
  inForceFrom: string;

  /** The days off of the nodes above hold, too. */
  @Column('boolean')
  inherits: boolean;

  @Column('text', { nullable: true })
  opens: string | null;

  @Column('text', { nullable: true })
  closes: string | null;

  @Column('jsonb')
  off: Days;

  @Column('text')
  why: string;

  @Column('text', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;

  @Column('text', { name: 'batch_id', nullable: true })
  batchId: string | null;
}
