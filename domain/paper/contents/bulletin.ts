/** Papers about one complaint: bulletins (WY-4.6.3.2) and the reports that are owed for it (WY-4.6.3.2 to 4.6.3.4). */
import { type Complaint, latestPlan } from '../../complaint/state.js';
import type { Role } from '../../rulebook/rulebook.js';
import { facts, list, numberSections, partAt, section, words } from '../blocks.js';
import { type Drafted, type Facts, numbered } from '../facts.js';
import { hidden } from '../hide.js';
import { kinds } from '../kinds.js';
import type { Part, Section } from '../paper.js';
import { eventTerms, term } from '../terms.js';
import type { Words } from '../words.js';
import { caseHead, causeSection, changesSection, contentSection, stateSection } from './case.js';

/** At once, at a turn, or going on; `occasions`: the events that called for it. It goes out as it is. */
export function bulletin(complaint: Complaint, occasions: readonly string[], all: Facts): Drafted {
  const events = all.events[complaint.id] ?? [];
  const kind = bulletinKind(occasions);
  const called = occasions.map((one) => (one === 'weekly' ? words('每周续报', 'Weekly') : term(eventTerms, one)));
  const head = section(
    'head',
    words('基本情况', 'The complaint'),
    facts(
      [words('投诉编号', 'Number'), numbered(complaint)],
      [
        words('快报事由', 'Occasion'),
        { zh: called.map(({ zh }) => zh).join('、'), en: called.map(({ en }) => en).join(', ') },
      ],
    ),
    caseHead({ complaint, events }, all),
  );
  const sections = [
    head,
    contentSection(complaint),
    causeSection(complaint),
    stateSection(complaint),
    changesSection(complaint, events, all.since),
  ].map(asFirst);
  return { content: { title: kinds[kind].title, sections: numberSections(sections) }, parts: [] };
}

export function bulletinKind(occasions: readonly string[]): 'urgent' | 'turn' | 'periodic' {
  if (occasions.includes('SeverityRaised')) return 'urgent';
  return occasions.includes('weekly') ? 'periodic' : 'turn';
}

export const reportKinds = ['hot', 'important', 'caseReport', 'special'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What each report is to say, beside what the house knows. */
const wanted: Record<ReportKind, Words[]> = {
  hot: [words('困难', 'Difficulties'), words('需要的支持', 'Help needed')],
  important: [words('整改措施', 'Corrective measures')],
  caseReport: reasons(),
  special: reasons(),
};

function reasons(): Words[] {
  return [
    words('事态升级的原因', 'Why it got worse'),
    words('经验教训', 'Lessons'),
    words('整改措施', 'Corrective measures'),
  ];
}

/** A report that is owed: drafted from the events, completed by the command `submitReport`. */
export function report(kind: ReportKind, complaint: Complaint, by: Role[], all: Facts): Drafted {
  const events = all.events[complaint.id] ?? [];
  const plan = latestPlan(complaint);
  const result = events.findLast(({ type }) => type === 'CarriedOut' || type === 'Settled');
  const sections: Section[] = [
    section(
      'head',
      words('基本情况', 'The complaint'),
      facts([words('投诉编号', 'Number'), numbered(complaint)]),
      caseHead({ complaint, events }, all),
    ),
    asFirst(contentSection(complaint)),
    asFirst(causeSection(complaint)),
    ...(kind === 'hot' ? [asFirst(stateSection(complaint))] : []),
    asFirst(changesSection(complaint, events, undefined, words('处理经过', 'Process'))),
    ...(kind === 'hot'
      ? []
      : [
          section(
            'result',
            words('处理结果', 'Result'),
            facts(
              [words('处理措施', 'Measures'), plan ? hidden(plan.measures, complaint) : null],
              [
                words('实施结果', 'Carried out'),
                result && 'result' in result ? hidden(result.result, complaint) : null,
              ],
              [words('处理完毕', 'Handled'), complaint.handledAt ? { moment: complaint.handledAt } : null],
            ),
          ),
        ]),
    section(
      'report',
      words(wanted[kind].map(({ zh }) => zh).join('、'), wanted[kind].map(({ en }) => en).join(', ')),
      list(...wanted[kind]),
      partAt('report'),
    ),
  ];
  const part: Part = {
    id: 'report',
    title: words('报告正文', 'Report'),
    by,
    command: 'submitReport',
    complaint: { id: complaint.id, number: complaint.number },
  };
  return { content: { title: kinds[kind].title, sections: numberSections(sections) }, parts: [part] };
}

const asFirst = (one: Section): Section => ({ ...one, level: 1 });
