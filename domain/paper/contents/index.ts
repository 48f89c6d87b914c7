/** What each duty's paper says. Adding one is adding its function and one line here. */
import type { Drafted, Facts } from '../facts.js';
import type { PaperKind } from '../kinds.js';
import { kinds } from '../kinds.js';
import { analysis } from './analysis.js';
import { developerList, halfMonthly, monthly, publication } from './monthly.js';
import { stockTake } from './stock-take.js';
import { weekly } from './weekly.js';
import { assessment, roster, writeOffList } from './yearly.js';

export type DutyKind = Exclude<
  PaperKind,
  'urgent' | 'turn' | 'periodic' | 'hot' | 'important' | 'caseReport' | 'special'
>;

const contents: Record<DutyKind, (all: Facts) => Drafted> = {
  weekly,
  stockTake,
  halfMonthly,
  monthly,
  publication,
  developerList,
  quarterly: analysis(kinds.quarterly.title),
  halfYearly: analysis(kinds.halfYearly.title),
  yearly: analysis(kinds.yearly.title),
  writeOffList,
  roster,
  assessment,
};

/** Drafts a duty's paper. */
export const draftOf = (kind: DutyKind, all: Facts): Drafted => contents[kind](all);
