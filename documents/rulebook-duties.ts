/** What makes sense in the recurring duties of a rulebook. */
import { kinds, type PaperKind } from '../domain/paper/kinds.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import type { DutyDocument, Recurrence } from '../domain/rulebook/duty.js';
import { readPeriod } from './period.js';
import type { Path, SenseProblem } from './rulebook-sense.js';
import { noTier } from './rulebook-words.js';

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
    const path = ['duties', name];
    const told: Tell = (field, message, zh) => ({ path: [...path, field], message, zh });
    const { paper, every, of = ['company'] } = duty;
    const problems = [...periodProblems(duty, path, told)];
    const known = tiers ?? ['project', 'company', 'group'];
    const foreign = of.find((tier) => !known.includes(tier));
    if (foreign) problems.push({ path: [...path, 'of'], ...noTier(foreign, known) });
    if (duty.on && every !== 'week')
      problems.push(
        told(
          'on',
          'is for weekly duties: take it away, or write every: week',
          '只用于每周的职责：请删去，或写 every: week',
        ),
      );
    if (duty.before && every !== 'festival')
      problems.push(told('before', 'is for festivals: take it away', '只用于节日：请删去'));
    if (duty.public && !duty.approves)
      problems.push(
        told('public', 'what is public is approved first: add approves', '面向公众的须先批准：请加 approves'),
      );
    if (!paper) return problems;
    const usual = recurrenceOf[paper];
    if (usual !== every)
      problems.push(
        told(
          'paper',
          `${kinds[paper].title.en} is made every ${usual}, not every ${every}`,
          `${kinds[paper].title.zh}的频率是 every: ${usual}，不是 ${every}`,
        ),
      );
    const double = entries
      .slice(0, i)
      .find(([, one]) => one.paper === paper && (one.of ?? ['company']).some((tier) => of.includes(tier)));
    if (double)
      problems.push(
        told(
          'paper',
          `${double[0]} makes the same paper of the same nodes: take one of them away`,
          `${double[0]} 已为同样的节点出同样的文书：二者请删去一项`,
        ),
      );
    if (paper === 'weekly' && !bulletins)
      problems.push(told('paper', 'there are no bulletins here: add bulletins', '本规程没有快报：请加 bulletins'));
    if (paper === 'writeOffList' && (!duty.approves || decisions['writeOff']?.never))
      problems.push(
        told(
          'paper',
          'a write-off is approved and given: add approves, and take decisions.writeOff.never away',
          '核销须经批准并下达：请加 approves，并删去 decisions.writeOff.never',
        ),
      );
    return problems;
  });
}

type Tell = (field: string, message: string, zh: string) => SenseProblem;

function periodProblems(duty: DutyDocument, path: Path, told: Tell): SenseProblem[] {
  return (['within', 'before', 'acknowledge'] as const).flatMap((field) => {
    const given = duty[field];
    if (given === undefined) return [];
    const problems: SenseProblem[] = [];
    const unit = readPeriod(given, [...path, field], problems)?.unit;
    if (unit && field === 'before' && unit !== 'days')
      problems.push(told(field, `"${given}" must be in days: 7 days`, `“${given}”须以日为单位：7 days`));
    if (unit && field === 'acknowledge' && unit !== 'hours')
      problems.push(told(field, `"${given}" must be in hours: 24 hours`, `“${given}”须以小时为单位：24 hours`));
    return problems;
  });
}
