/** The weekly bulletin of a region or the group (WY-4.6.3.2): every open major complaint. */
import { instant } from '../../calendar/zone.js';
import type { Complaint } from '../../complaint/state.js';
import { column, figures, numberSections, paragraph, partAt, partOf, section, table, words, below } from '../blocks.js';
import { categoryOf, type Drafted, type Facts, numbered, projectName } from '../facts.js';
import type { Part, Section } from '../paper.js';
import { statusTerms, term } from '../terms.js';
import { isOpen } from '../statistics.js';
import { caseHead, causeSection, changesSection, contentSection, nextDue, raisedTo, stateSection } from './case.js';

const asked = [
  ['difficulties', words('困难', 'Difficulties')],
  ['help', words('需要的支持', 'Help needed')],
  ['next', words('下一步及时间', 'Next step and date')],
] as const;

/** Major, and neither handled nor over. */
export const owesBulletin = (complaint: Complaint): boolean =>
  complaint.severity === 'major' && isOpen(complaint) && !complaint.handledAt;

export function weekly(all: Facts): Drafted {
  const major = all.complaints.filter(owesBulletin);
  const parts: Part[] = [];
  const cases = major.flatMap((complaint) => {
    const events = all.events[complaint.id] ?? [];
    const sections: Section[] = [
      section(
        complaint.id,
        words(
          `${complaint.number} ${projectName(all, complaint.project)}`,
          `${complaint.number} · ${projectName(all, complaint.project)}`,
        ),
        caseHead({ complaint, events }, all),
      ),
      contentSection(complaint),
      causeSection(complaint),
      stateSection(complaint),
      changesSection(complaint, events, all.since),
    ];
    return [...sections, askedSection(complaint, all, parts)];
  });
  const newly = major.filter((one) => {
    const raised = raisedTo(all.events[one.id] ?? [], one);
    return raised !== undefined && instant(raised.at) >= instant(all.period.from);
  });
  const handled = all.complaints.filter(
    ({ reached, handledAt }) =>
      reached === 'major' && handledAt !== undefined && instant(handledAt) >= instant(all.period.from),
  );
  const overview = section(
    'overview',
    words('总体情况', 'Overview'),
    figures(
      [words('未处理完毕的重大投诉', 'Open major complaints'), major.length],
      [words('本周新增', 'New this week'), newly.length],
      [words('本周处理完毕', 'Handled this week'), handled.length],
    ),
    table(
      [
        column('complaint', '编号', 'Number', 2),
        column('project', '项目', 'Project', 2),
        column('category', '类别', 'Category'),
        column('since', '升为重大', 'Major since', 2),
        column('status', '状态', 'State'),
        column('next', '下一期限', 'Next deadline', 2),
      ],
      major.map((one) => {
        const raised = raisedTo(all.events[one.id] ?? [], one);
        return [
          numbered(one),
          projectName(all, one.project),
          categoryOf(all, one.category),
          raised ? { moment: raised.at } : null,
          term(statusTerms, one.status),
          nextDue(one),
        ];
      }),
      words('本期没有未处理完毕的重大投诉。', 'No open major complaint.'),
    ),
  );
  return {
    content: { title: words('重大投诉每周快报', 'Weekly bulletin'), sections: numberSections([overview, ...cases]) },
    parts,
  };
}

/** People write it, or the papers below have said it. */
function askedSection(complaint: Complaint, all: Facts, parts: Part[]): Section {
  const title = words('困难、需要的支持和下一步', 'Difficulties, help needed, next step');
  const made = below(`${complaint.id}.parts`, title);
  for (const [id, name] of asked) {
    const said = all.below[`${id}:${complaint.id}`];
    if (all.completes.length > 0) {
      parts.push(partOf(id, name, all.completes, complaint));
      made.blocks.push(partAt(`${id}:${complaint.id}`));
    } else {
      made.blocks.push({ type: 'facts', items: [{ label: name, value: said ?? null }] });
    }
  }
  if (made.blocks.length === 0) made.blocks.push(paragraph(undefined));
  return made;
}
