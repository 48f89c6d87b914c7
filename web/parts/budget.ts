import type { WordsInUse } from './words.js';

const units: Record<string, string> = {
  minute: 'minutes',
  hour: 'hours',
  'working day': 'workingDays',
  day: 'days',
  week: 'weeks',
  month: 'months',
};

/** `2 working days` as the reader says it: 2 个工作日. */
export function sayBudget(budget: string, { t, zh }: WordsInUse): string {
  if (budget === 'same day') return t('why.budgets.sameDay');
  if (budget === 'the day work resumes') return t('why.budgets.dayWorkResumes');
  const match = /^(\d+) (.+?)s?$/.exec(budget);
  const unit = units[match?.[2] ?? ''];
  return unit && zh ? t(`why.budgets.${unit}`, { n: match?.[1] }) : budget;
}
