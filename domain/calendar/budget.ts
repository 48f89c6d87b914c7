/** Budgets of time as the regulations state them: `4 hours`, `2 working days`, `same day`, `1 month`. */

export type Unit = 'minutes' | 'hours' | 'workingDays' | 'days' | 'weeks' | 'months' | 'sameDay' | 'dayWorkResumes';

export interface Budget {
  /** How many; 1 for `sameDay` and `dayWorkResumes`. */
  n: number;
  unit: Unit;
}

const named: Record<string, Budget> = {
  'same day': { n: 1, unit: 'sameDay' },
  'the day work resumes': { n: 1, unit: 'dayWorkResumes' },
};
const units: Record<string, Unit> = {
  minute: 'minutes',
  hour: 'hours',
  'working day': 'workingDays',
  day: 'days',
  week: 'weeks',
  month: 'months',
};

/** Reads a budget. Throws a RangeError that lists the forms when it is none of them. */
export function parseBudget(text: string): Budget {
  const phrase = named[text.trim()];
  if (phrase) return phrase;
  const match = /^(\d+) (minute|hour|working day|day|week|month)s?$/.exec(text.trim());
  const n = Number(match?.[1]);
  const unit = units[match?.[2] ?? ''];
  if (!unit || n < 1 || n > 1000) {
    throw new RangeError(
      `"${text}" is no period: write "4 hours", "20 minutes", "2 working days", "15 days", "1 week", "1 month", "same day" or "the day work resumes"`,
    );
  }
  return { n, unit };
}

/** The budget as a rulebook writes it. */
export function formatBudget({ n, unit }: Budget): string {
  if (unit === 'sameDay') return 'same day';
  if (unit === 'dayWorkResumes') return 'the day work resumes';
  const word = Object.keys(units).find((key) => units[key] === unit);
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

/** Counted by the clock, day and night, rather than by days. */
export function isNatural(budget: Budget): boolean {
  return budget.unit === 'minutes' || budget.unit === 'hours';
}
