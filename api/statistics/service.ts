/** The figures that regulations measure a service by, with their targets, and what people said of each item. */
import type { DataSource } from 'typeorm';
import type { Sight } from '../../domain/rights/sight.js';
import { clockCounts, ratingCounts, reworkCounts } from '../../database/queries/service.js';
import type { RulebookDocument, ServiceFigure } from '../../domain/rulebook/document.js';

export interface Asked {
  sight: Sight;
  from?: string;
  to?: string;
}

export interface Figure {
  figure: ServiceFigure;
  rulebook: string;
  clock?: string;
  of: number;
  good: number;
  share?: number;
  least?: number;
  most?: number;
  kept?: boolean;
  clauses: string[];
  formula: string;
}

/** `met / (met + missed)` of a clock, or `done anew / carried out`. */
const measures: Record<ServiceFigure, { clock?: string; formula: string }> = {
  onSite: { clock: 'arrive', formula: 'arrive met / (met + missed)' },
  returned: { clock: 'verify', formula: 'verify met / (met + missed)' },
  revisited: { clock: 'revisit', formula: 'revisit met / (met + missed)' },
  rework: { formula: 'complaints done anew / complaints carried out' },
};

/** One line for each figure that a rulebook names, in its order. */
export async function serviceFigures(
  dataSource: DataSource,
  documents: RulebookDocument[],
  asked: Asked,
): Promise<Figure[]> {
  const measured = documents.filter(({ service }) => service);
  const among = { ...asked, rulebooks: measured.map(({ rulebook }) => rulebook) };
  const clocks = Object.values(measures).flatMap(({ clock }) => clock ?? []);
  const [kept, done] = await Promise.all([clockCounts(dataSource, among, clocks), reworkCounts(dataSource, among)]);
  return measured.flatMap(({ rulebook, service = {} }) =>
    (Object.entries(service) as [ServiceFigure, NonNullable<typeof service.onSite>][]).map(([figure, target]) => {
      const measure = measures[figure];
      const counts = kept.find((one) => one.rulebook === rulebook && one.clock === measure.clock);
      const work = done.find((one) => one.rulebook === rulebook);
      const [good, of] = measure.clock
        ? [counts?.met ?? 0, (counts?.met ?? 0) + (counts?.missed ?? 0)]
        : [work?.anew ?? 0, work?.done ?? 0];
      return { figure, rulebook, ...measure, good, of, ...target, ...judged(good, of, target) };
    }),
  );
}

function judged(
  good: number,
  of: number,
  { least, most }: { least?: number; most?: number },
): Pick<Figure, 'share' | 'kept'> {
  if (of === 0) return {};
  const share = good / of;
  if (least === undefined && most === undefined) return { share };
  return { share, kept: share >= (least ?? 0) && share <= (most ?? 1) };
}

export interface RatedItem {
  rulebook: string;
  item: string;
  zh?: string;
  en?: string;
  clauses: string[];
  satisfied: number;
  fair: number;
  dissatisfied: number;
  rated: number;
  /** satisfied / rated; absent where nobody said anything. */
  share?: number;
}

/** One line for each item that a rulebook's survey asks about, in its order. */
export async function surveyFigures(
  dataSource: DataSource,
  documents: RulebookDocument[],
  asked: Asked,
): Promise<RatedItem[]> {
  const asking = documents.filter(({ survey }) => survey);
  const counts = await ratingCounts(dataSource, { ...asked, rulebooks: asking.map(({ rulebook }) => rulebook) });
  return asking.flatMap(({ rulebook, survey = {} }) =>
    Object.entries(survey).map(([item, label]) => {
      const said = (rating: string) =>
        counts.find((one) => one.rulebook === rulebook && one.item === item && one.rating === rating)?.count ?? 0;
      const [satisfied, fair, dissatisfied] = [said('satisfied'), said('fair'), said('dissatisfied')];
      const rated = satisfied + fair + dissatisfied;
      const share = rated > 0 ? { share: satisfied / rated } : {};
      return { rulebook, item, ...label, satisfied, fair, dissatisfied, rated, ...share };
    }),
  );
}
