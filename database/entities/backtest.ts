import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Comparison, Regime, Totals } from '../../domain/rehearsal/backtest.js';
import type { Storyline } from '../../domain/rehearsal/storyline.js';
import type { Sight } from '../../domain/rights/sight.js';

/** What a back-test plays, as people chose it. */
export interface BacktestSource {
  of: 'complaints' | 'library' | 'saved';
  /** Arrived from then until before then; of complaints only. */
  from?: string;
  to?: string;
  project?: string;
}

/** All that the playing needs, by value. */
export interface BacktestTask {
  inForce: Regime;
  draft: Regime;
  /** What whoever started it sees: nothing else is played. */
  sight: Sight;
  /** Of the library, or saved ones; complaints are read as they come. */
  storylines?: { name: string; storyline: Storyline }[];
}

/** A draft played over what was, and how far it has come. */
@Entity('backtests')
export class BacktestRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'rulebook_id' })
  rulebookId: string;

  /** The one in force that it is compared with. */
  @Column('integer')
  version: number;

  @Column('integer', { name: 'draft_version' })
  draftVersion: number;

  @Column('jsonb')
  source: BacktestSource;

  @Column('json')
  task: BacktestTask;

  /** Clause by clause, as the draft stood. */
  @Column('jsonb')
  differences: object[];

  @Column('text')
  state: 'running' | 'done' | 'cancelled';

  @Column('integer')
  total: number;

  @Column('integer', { default: 0 })
  done: number;

  /** Could not be played: counted, and passed over. */
  @Column('integer', { default: 0 })
  unplayable: number;

  /** The last complaint or storyline that was played. */
  @Column('text', { nullable: true })
  place: string | null;

  @Column('jsonb')
  totals: Totals;

  @Column('text', { name: 'by_user' })
  byUser: string;

  @Column('timestamptz', { name: 'started_at', default: () => 'now()' })
  startedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** A complaint or storyline that would have gone differently. */
@Entity('backtest_comparisons')
export class BacktestComparisonRow {
  @PrimaryColumn('text', { name: 'backtest_id' })
  backtestId: string;

  @PrimaryColumn('integer')
  ordinal: number;

  /** A complaint's id, or a storyline's name. */
  @Column('text')
  subject: string;

  /** What people call it. */
  @Column('text')
  name: string;

  @Column('jsonb')
  comparison: Comparison;
}
