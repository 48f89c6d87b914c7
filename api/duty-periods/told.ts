import type { RulebookDocument } from '../../domain/rulebook/document.js';

/** A duty period as clients see it. */
export interface ToldDutyPeriod {
  name: string;
  zh?: string;
  en?: string;
  clauses: string[];
}

/** Duty periods by their names, with their words. */
export function toldDuty(periods: RulebookDocument['dutyPeriods'], names: readonly string[]): ToldDutyPeriod[] {
  return names.flatMap((name) => {
    const period = periods?.[name];
    if (!period) return [];
    const { zh, en, clauses } = period;
    return [{ name, ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }), clauses }];
  });
}
