/** Periods in a document. */
import { type Budget, parseBudget } from '../domain/calendar/budget.js';
import type { Path, SenseProblem } from './rulebook-sense.js';

/** Reads a period; one that is none is told among the problems. */
export function readPeriod(text: string, path: Path, problems: SenseProblem[]): Budget | undefined {
  try {
    return parseBudget(text);
  } catch (error) {
    problems.push({
      path,
      message: (error as Error).message,
      zh: `“${text}”不是期限：请写 4 hours、20 minutes、2 working days、15 days、1 week、1 month、same day 或 the day work resumes`,
    });
    return undefined;
  }
}
