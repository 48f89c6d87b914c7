/** What makes sense in the recurring duties of a rulebook. */
import { parseBudget } from '../domain/calendar/budget.js';
import { kinds, type PaperKind } from '../domain/paper/kinds.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import type { DutyDocument, Recurrence } from '../domain/rulebook/duty.js';
import type { SenseProblem } from './rulebook-sense.js';

/** How often a paper comes. */
const recurrenceOf: Partial<Record<PaperKind, Recurrence>> = {
  stockTake: 'day',
  weekly: 'week',
  halfMonthly: 'half month',
  monthly: 'month',
  publication: 'month',
  developerList: 'month',
  quarterly: 'quarter',
  halfYearly: 'half year',
  yearly: 'year',
  writeOffList: 'year',
  assessment: 'year',
  roster: 'festival',
};

export function dutyProblems({ duties = {}, tiers, bulletins, decisions }: RulebookDocument): SenseProblem[] {
  const entries = Object.entries(duties);
  return entries.flatMap(([name, duty], i) => {
    const told = (field: string, message: string): SenseProblem => ({ path: ['duties', name, field], message });
    const { paper, every, of = ['company'] } = duty;
    const problems = [...periodProblems(duty, told)];
    const known = tiers ?? ['project', 'company', 'group'];
    const foreign = of.find((tier) => !known.includes(tier));
    if (foreign) problems.push(told('of', `"${foreign}" is none of this rulebook's tiers: ${known.join(', ')}`));
    if (duty.on && every !== 'week')
      problems.push(told('on', 'is for weekly duties: take it away, or write every: week'));
    if (duty.before && every !== 'festival') problems.push(told('before', 'is for festivals: take it away'));
    if (duty.public && !duty.approves) problems.push(told('public', 'what is public is approved first: add approves'));
    if (!paper) return problems;
    const usual = recurrenceOf[paper];
    if (usual !== every)
      problems.push(told('paper', `${kinds[paper].title.en} is made every ${usual}, not every ${every}`));
    const double = entries
      .slice(0, i)
      .find(([, one]) => one.paper === paper && (one.of ?? ['company']).some((tier) => of.includes(tier)));
    if (double)
      problems.push(told('paper', `${double[0]} makes the same paper of the same nodes: take one of them away`));
    if (paper === 'weekly' && !bulletins) problems.push(told('paper', 'there are no bulletins here: add bulletins'));
    if (paper === 'writeOffList' && (!duty.approves || decisions['writeOff']?.never))
      problems.push(
        told('paper', 'a write-off is approved and given: add approves, and take decisions.writeOff.never away'),
      );
    return problems;
  });
}

function periodProblems(duty: DutyDocument, told: (field: string, message: string) => SenseProblem): SenseProblem[] {
  return (['within', 'before', 'acknowledge'] as const).flatMap((field) => {
    const given = duty[field];
    if (given === undefined) return [];
    try {
      const { unit } = parseBudget(given);
      if (field === 'before' && unit !== 'days') return [told(field, `"${given}" must be in days: 7 days`)];
      if (field === 'acknowledge' && unit !== 'hours') return [told(field, `"${given}" must be in hours: 24 hours`)];
      return [];
    } catch (error) {
      return [told(field, (error as Error).message)];
    }
  });
}
