/** A single complaint in a paper: what it is, why, where it stands and what changed. */
import { instant } from '../../calendar/zone.js';
import type { ComplaintEvent } from '../../complaint/events.js';
import { type Complaint, latestPlan } from '../../complaint/state.js';
import { severities } from '../../rulebook/rulebook.js';
import { below, column, facts, paragraph, table, words } from '../blocks.js';
import { categoryOf, contentOf, type Facts, personName, projectName, unitOf } from '../facts.js';
import { hidden } from '../hide.js';
import type { Cell, Section } from '../paper.js';
import { eventTerms, factTerms, severityTerms, statusTerms, term } from '../terms.js';
import type { Text, Words } from '../words.js';

/** When it reached a severity, and why. */
export function raisedTo(
  events: readonly ComplaintEvent[],
  complaint: Complaint,
): ComplaintEvent<'SeverityRaised'> | undefined {
  return events
    .filter((event): event is ComplaintEvent<'SeverityRaised'> => event.type === 'SeverityRaised')
    .findLast(({ severity }) => severity === complaint.severity);
}

/** `resolve.major` and facts, in words. */
export function causeOfRise(because: string): Words {
  const severity = severities.find((one) => because === `resolve.${one}`);
  if (severity) return { zh: `逾期未处理完毕，升为${term(severityTerms, severity).zh}`, en: 'Not handled in time' };
  return term(factTerms, because);
}

/** The head of a complaint. */
export function caseHead(
  { complaint, events }: { complaint: Complaint; events: readonly ComplaintEvent[] },
  all: Facts,
) {
  const raised = raisedTo(events, complaint);
  return facts(
    [words('项目', 'Project'), projectName(all, complaint.project)],
    [words('类别', 'Category'), categoryOf(all, complaint.category)],
    [words('受理时间', 'Received'), { moment: complaint.arrivedAt }],
    [words('涉及人数', 'People'), complaint.people],
    [words('级别', 'Severity'), term(severityTerms, complaint.severity)],
    ...(raised
      ? ([
          [words('升级时间', 'Raised'), { moment: raised.at }],
          [words('升级原因', 'Because'), causeOfRise(raised.because)],
        ] as [Words, Cell][])
      : []),
    [words('状态', 'State'), term(statusTerms, complaint.status)],
    [words('责任部门', 'Unit'), unitOf(all, complaint.unit)],
    [words('经办人', 'Handler'), personName(all, complaint.handler)],
  );
}

export const contentSection = (complaint: Complaint): Section =>
  below(`${complaint.id}.content`, words('投诉内容', 'Content'), paragraph(contentOf(complaint)));

export const causeSection = (complaint: Complaint): Section =>
  below(
    `${complaint.id}.cause`,
    words('原因分析', 'Cause'),
    paragraph(complaint.findings ? hidden(complaint.findings, complaint) : words('尚在调查。', 'Being looked into.')),
  );

/** Measures, and where they stand. */
export function stateSection(complaint: Complaint): Section {
  const plan = latestPlan(complaint);
  return below(
    `${complaint.id}.state`,
    words('处理进展', 'State'),
    facts(
      [words('当前状态', 'State'), term(statusTerms, complaint.status)],
      [words('处理措施', 'Measures'), plan ? hidden(plan.measures, complaint) : null],
      [words('计划完成', 'To be finished'), plan ? { moment: plan.finishBy } : null],
      [words('下一期限', 'Next deadline'), nextDue(complaint)],
    ),
  );
}

/** The nearest deadline that is still open. */
export function nextDue(complaint: Complaint): Cell {
  const open = Object.values(complaint.clocks).filter(({ state }) => state === 'open');
  const [next] = open.sort((a, b) => instant(a.due) - instant(b.due));
  return next ? { moment: next.due } : null;
}

const silent = new Set([
  'DeadlineSet',
  'DeadlineWarned',
  'DeadlineMet',
  'DeadlineCancelled',
  'BulletinIssued',
  'ReportDue',
  'Attached',
  'FirstReceiverTold',
]);

/** What happened after a moment, in order; everything without one. */
export function changesSection(
  complaint: Complaint,
  events: readonly ComplaintEvent[],
  since: string | undefined,
  title = words('上期以来的变化', 'What changed since the last one'),
): Section {
  const changed = events.filter(({ type, at }) => !silent.has(type) && (!since || instant(at) >= instant(since)));
  return below(
    `${complaint.id}.changes`,
    title,
    table(
      [column('at', '时间', 'When', 2), column('what', '事项', 'What', 1.5), column('text', '内容', 'Content', 5)],
      changed.map((event) => [{ moment: event.at }, term(eventTerms, event.type), told(event, complaint)]),
      words('没有变化。', 'Nothing changed.'),
    ),
  );
}

/** The words of an event, without who complained. */
function told(event: ComplaintEvent, complaint: Complaint): Cell {
  const said = wordsOf(event);
  return typeof said === 'string' ? hidden(said, complaint) : (said ?? null);
}

function wordsOf(event: ComplaintEvent): Text | undefined {
  switch (event.type) {
    case 'SeverityRaised':
    case 'SeverityLowered':
      return term(severityTerms, event.severity);
    case 'DeadlineMissed':
      return { zh: `时限：${event.clock}`, en: `clock: ${event.clock}` };
    case 'FindingsRecorded':
      return event.findings;
    case 'PlanProposed':
      return event.measures;
    case 'Replied':
    case 'ResultFedBack':
      return event.text;
    case 'CarriedOut':
    case 'Settled':
      return event.result;
    case 'MarkedUnclosed':
    case 'WrittenOff':
      return event.analysis;
    case 'RevisitRecorded':
      return event.opinion;
    case 'ReportSubmitted':
      return event.content;
    case 'Joined':
      return { zh: `共${event.people}人`, en: `${event.people} people` };
    case 'FactRecorded':
      return {
        zh: Object.keys(event.facts)
          .map((fact) => term(factTerms, fact).zh)
          .join('、'),
        en: Object.keys(event.facts)
          .map((fact) => term(factTerms, fact).en)
          .join(', '),
      };
    default: {
      const { reason, text, remarks } = event as { reason?: unknown; text?: unknown; remarks?: unknown };
      const said = [reason, text, remarks].find((one) => typeof one === 'string' && one.trim() !== '');
      return event.type === 'Received' || typeof said !== 'string' ? undefined : said;
    }
  }
}
