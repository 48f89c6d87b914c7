/** Why a deadline is when it is. */
import { formatBudget, type Budget } from '../../domain/calendar/budget.js';
import type { Stretch } from '../../domain/calendar/reckon.js';
import { dateOf, moment } from '../../domain/calendar/zone.js';
import { type Deadline, reckonClock } from '../../domain/complaint/deadlines.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { Rules } from './rules.js';

export interface ExplainedStretch {
  from: string;
  to: string;
  counted: boolean;
  reason: string;
  name?: string;
}

export interface ExplainedDeadline extends Deadline {
  /** As the rulebook writes it: `2 working days`. */
  budget?: string;
  clauseTexts: { id: string; zh?: string; en?: string }[];
  /** Every stretch from the start to the due moment. */
  stretches: ExplainedStretch[];
  sentence: { zh: string; en: string };
}

/** The reckoning itself, told: there is no second one that could disagree. */
export function explain(complaint: Complaint, deadline: Deadline, rules: Rules | undefined): ExplainedDeadline {
  const clauseTexts = deadline.clauses.map((id) => ({ id, ...rules?.document?.clauses[id] }));
  const clock = complaint.clocks[deadline.clock];
  const rule = clock && rules?.rulebook.clocks[deadline.clock]?.[clock.rule];
  if (!clock || !rule || !rules) {
    return { ...deadline, clauseTexts, stretches: [], sentence: sentence(deadline, undefined, [], complaint.zone) };
  }
  const context = { rulebook: rules.rulebook, calendar: rules.calendar, now: 0 };
  const { stretches } = reckonClock(deadline.clock, complaint, context, { rule, startedAt: clock.startedAt });
  return {
    ...deadline,
    budget: formatBudget(rule.budget),
    clauseTexts,
    stretches: stretches.map(({ from, to, ...stretch }) => ({
      from: moment(from, complaint.zone),
      to: moment(to, complaint.zone),
      ...stretch,
    })),
    sentence: sentence(deadline, rule.budget, stretches, complaint.zone),
  };
}

const unitsZh: Record<Budget['unit'], string> = {
  minutes: '分钟',
  hours: '小时',
  workingDays: '个工作日',
  days: '日',
  weeks: '周',
  months: '个月',
  sameDay: '当日',
  dayWorkResumes: '上班后当日',
};

function budgetZh({ n, unit }: Budget): string {
  return unit === 'sameDay' || unit === 'dayWorkResumes' ? unitsZh[unit] : `${n}${unitsZh[unit]}`;
}

function sentence(
  deadline: Deadline,
  budget: Budget | undefined,
  stretches: Stretch[],
  zone: string,
): { zh: string; en: string } {
  const { startedAt, due, clauses, extended, provisional, state } = deadline;
  const left = stretches.filter(({ counted, reason }) => !counted && reason !== 'startDay');
  const named = ({ reason, name }: Stretch, words: Record<string, string>) =>
    ['holiday', 'ownDayOff'].includes(reason) && name ? name : (words[reason] ?? reason);
  const names = (words: Record<string, string>) => [...new Set(left.map((stretch) => named(stretch, words)))];
  const cited = clauses.join('、');
  const until = due === undefined ? undefined : readable(due, zone);
  const zh = [
    `自${readable(startedAt, zone)}起`,
    budget ? `，期限为${budgetZh(budget)}` : '',
    clauses.length > 0 ? `（${cited}）` : '',
    left.length > 0 ? `，其中${names(reasonsZh).join('、')}不计` : '',
    extended ? '，已获准延期' : '',
    until ? `，最迟${until}` : state === 'suspended' ? '，计时已中止，恢复后重新推算' : '',
    provisional ? '（该年日历尚未公布，为暂定）' : '',
    '。',
  ];
  const en = [
    `From ${readable(startedAt, zone)}`,
    budget ? `, ${formatBudget(budget)}` : '',
    clauses.length > 0 ? ` (${clauses.join(', ')})` : '',
    left.length > 0 ? `, not counting ${names(reasonsEn).join(', ')}` : '',
    extended ? ', extended as granted' : '',
    until
      ? `: at the latest ${until}`
      : state === 'suspended'
        ? ': the clock is stopped and reckoned anew when it resumes'
        : '',
    provisional ? ' (provisional: that year’s calendar is not published yet)' : '',
    '.',
  ];
  return { zh: zh.join(''), en: en.join('') };
}

const reasonsZh: Record<string, string> = {
  weekend: '周末',
  holiday: '法定节假日',
  ownDayOff: '本单位休息日',
  suspended: '中止期间',
};
const reasonsEn: Record<string, string> = {
  weekend: 'weekends',
  holiday: 'statutory holidays',
  ownDayOff: 'own days off',
  suspended: 'suspension',
};

// as written, without the offset: it is the organisation's own zone
/** As people say it: the midnight that ends a day is its 24:00. */
function readable(at: string, zone: string): string {
  const local = moment(Date.parse(at), zone).slice(0, 16).replace('T', ' ');
  return local.endsWith(' 00:00') ? `${dateOf(Date.parse(at) - 1, zone)} 24:00` : local;
}
