/** The papers of a month or half of one. */
import type { Complaint } from '../../complaint/state.js';
import { below, column, figures, numberSections, paragraph, partAt, partOf, section, table, words } from '../blocks.js';
import { categoryOf, contentOf, type Drafted, type Facts, numbered, projectName } from '../facts.js';
import { hidden } from '../hide.js';
import { arrivedIn, counts, isClosed, isOpen } from '../statistics.js';
import { statusTerms, term } from '../terms.js';
import type { Cell } from '../paper.js';
import { byCategory, byProject, measuresOf, registerOf, shortAccounts, summarySections } from './register.js';

/** The report of all complaints to headquarters (WY-4.6.3.1) by the statistics of WY-4.2.3. */
export function monthly(all: Facts): Drafted {
  const received = all.complaints.filter((one) => counts(one) && arrivedIn(one, all.period));
  const open = all.complaints.filter(isOpen);
  const severe = all.complaints.filter(
    (one) => counts(one) && ['hot', 'major'].includes(one.reached) && (arrivedIn(one, all.period) || isOpen(one)),
  );
  const part = partOf('analysis', words('分析与建议', 'Analysis and advice'), all.completes);
  const sections = [
    ...summarySections(all),
    ...(all.projects.length > 1 ? [below('projects', words('各项目情况', 'By project'), byProject(all))] : []),
    section('categories', words('分类统计', 'By category'), byCategory(received, all)),
    section('severe', words('重大、热点投诉简述', 'Major and hot ones'), shortAccounts(severe, all)),
    section(
      'open',
      words('全部未关闭投诉（本期及以前）', 'All that are open, of this period and before'),
      shortAccounts(open, all),
    ),
    section('register', words('投诉登记表', 'Register'), registerOf(received, all)),
    ...(all.completes.length > 0 ? [section('analysis', part.title, partAt('analysis'))] : []),
  ];
  return {
    content: { title: words('投诉月报', 'Monthly report'), sections: numberSections(sections) },
    parts: all.completes.length > 0 ? [part] : [],
  };
}

/** Half-monthly summary of our own faults, with improvements (HA-2). */
export function halfMonthly(all: Facts): Drafted {
  const received = all.complaints.filter((one) => counts(one) && arrivedIn(one, all.period));
  const own = received.filter(({ valid }) => valid === true);
  const part = partOf('improvements', words('改进方案', 'Improvements'), all.completes);
  const sections = [
    section(
      'overview',
      words('总体情况', 'Overview'),
      figures(
        [words('本期投诉', 'Complaints'), received.length],
        [words('因管理原因', 'Our own fault'), own.length],
        [words('尚未认定', 'Not judged yet'), received.filter(({ valid }) => valid === undefined).length],
      ),
    ),
    section('own', words('因管理原因产生的投诉', 'Of our own making'), shortAccounts(own, all)),
    section('improvements', part.title, partAt('improvements')),
  ];
  return {
    content: { title: words('投诉半月总结', 'Half-monthly summary'), sections: numberSections(sections) },
    parts: [part],
  };
}

/** Of common interest by their category; neighbour disputes among them (WY-4.6.1). */
const notCommon = new Set(['developer', 'other']);
const isCommon = ({ category, people, facts }: Complaint): boolean =>
  people > 1 || (facts.sameMatter ?? 0) > 1 || (category !== undefined && !notCommon.has(category));

/** The publication to residents (WY-4.6.1): nobody's name, no number, none is published as none. */
export function publication(all: Facts): Drafted {
  const shown = all.complaints.filter((one) => counts(one) && arrivedIn(one, all.period) && isCommon(one));
  const closed = shown.filter(isClosed).length;
  const { label } = all.period;
  const told =
    shown.length === 0
      ? words(`${label.zh}，本月无投诉。`, `${label.en}: no complaints.`)
      : words(
          `${label.zh}，本项目受理涉及公共区域、公共利益及业户纠纷等投诉${shown.length}件，已关闭${closed}件。`,
          `${label.en}: ${shown.length} complaints of common interest, ${closed} of them closed.`,
        );
  const sections = [
    section('summary', words('总体情况', 'Overview'), paragraph(told)),
    section(
      'list',
      words('处理情况', 'What was done'),
      table(
        [
          column('category', '类别', 'Category'),
          column('content', '内容', 'Content', 4),
          column('result', '处理情况', 'What was done', 4),
          column('state', '状态', 'State'),
        ],
        shown.map((one): Cell[] => [
          categoryOf(all, one.category),
          withoutStaff(contentOf(one, 60), all),
          resultOf(one, all),
          isClosed(one) ? words('已关闭', 'Closed') : words('处理中', 'Being handled'),
        ]),
        words('本月无投诉。', 'No complaints this month.'),
      ),
    ),
  ];
  return {
    content: { title: words('投诉处理情况公布', 'Monthly publication'), sections: numberSections(sections) },
    parts: [],
    rows: shown.map(({ id }) => id),
  };
}

function resultOf(complaint: Complaint, all: Facts): Cell {
  const measures = measuresOf(complaint);
  return typeof measures === 'string' ? withoutStaff(measures, all) : words('处理中', 'Being handled');
}

/** Nor do residents read the names of staff. */
function withoutStaff(text: string, { names }: Facts): string {
  return Object.values(names)
    .filter((name) => name.length > 1)
    .reduce((shown, name) => shown.replaceAll(name, '＊＊'), text);
}

/** Developer-legacy complaints (WY-4.4.5.3): those of the period, and those that are open. */
export function developerList(all: Facts): Drafted {
  const listed = all.complaints.filter(
    (one) => one.category === 'developer' && counts(one) && (arrivedIn(one, all.period) || isOpen(one)),
  );
  const part = partOf('advice', words('需地产公司协调的事项', 'What the developer is asked for'), all.completes);
  const sections = [
    section(
      'overview',
      words('总体情况', 'Overview'),
      figures(
        [words('本期新增', 'New in this period'), listed.filter((one) => arrivedIn(one, all.period)).length],
        [words('未关闭', 'Open'), listed.filter(isOpen).length],
      ),
    ),
    section(
      'list',
      words('清单', 'List'),
      table(
        [
          column('number', '编号', 'Number', 2),
          column('project', '项目', 'Project', 2),
          column('at', '受理时间', 'Received', 2),
          column('content', '内容', 'Content', 4),
          column('cause', '原因', 'Cause', 3),
          column('status', '状态', 'State'),
        ],
        listed.map((one): Cell[] => [
          numbered(one),
          projectName(all, one.project),
          { moment: one.arrivedAt },
          contentOf(one, 100),
          one.findings ? hidden(one.findings, one) : null,
          term(statusTerms, one.status),
        ]),
      ),
    ),
    ...(all.completes.length > 0 ? [section('advice', part.title, partAt('advice'))] : []),
  ];
  return {
    content: {
      title: words('地产遗留问题投诉清单', 'Developer-legacy complaints'),
      sections: numberSections(sections),
    },
    parts: all.completes.length > 0 ? [part] : [],
  };
}
