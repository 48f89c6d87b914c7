/** Quarterly, half-year and year-end analysis (WY-4.2.3, HA-2, WT-6): overall, focus, single cases, summary and advice. */
import { instant } from '../../calendar/zone.js';
import type { Complaint } from '../../complaint/state.js';
import { below, column, numberColumn, numberSections, partAt, partOf, section, table, words } from '../blocks.js';
import { categoryOf, type Drafted, type Facts, natureOf, projectName } from '../facts.js';
import type { Cell, Section } from '../paper.js';
import { arrivedIn, closedIn, counts, tally } from '../statistics.js';
import type { Words } from '../words.js';
import { byCategory, byProject, shortAccounts, summarySections } from './register.js';

const often = 3;

export function analysis(title: Words): (all: Facts) => Drafted {
  return (all) => {
    const received = all.complaints.filter((one) => counts(one) && arrivedIn(one, all.period));
    const severe = received.filter(({ reached }) => reached === 'hot' || reached === 'major');
    const asked = [
      ['strengths', words('强项与弱项', 'Strong and weak points')],
      ['advice', words('总结与建议', 'Summary and advice')],
    ] as const;
    const parts = asked.map(([id, name]) => partOf(id, name, all.completes));
    const sections: Section[] = [
      ...summarySections(all),
      below('trend', words('按月走势', 'By month'), trend(all)),
      ...(all.projects.length > 1
        ? [below('projects', words('各项目横向比较', 'Across projects'), byProject(all))]
        : []),
      section('categories', words('按专业分析', 'By speciality'), byCategory(received, all)),
      section('focus', words('重点分析', 'Focus'), focus(received, all)),
      section('recurring', words('反复出现的问题', 'Recurring problems'), recurring(received, all)),
      section('cases', words('个案分析', 'Single cases'), shortAccounts(severe, all)),
      ...(all.completes.length > 0 ? asked.map(([id, name]) => section(id, name, partAt(id))) : []),
    ];
    return { content: { title, sections: numberSections(sections) }, parts: all.completes.length > 0 ? parts : [] };
  };
}

/** What came and what was closed in each month of the period; last year's beside it. */
function trend(all: Facts) {
  const months = monthsOf(all.period);
  return table(
    [
      column('month', '月份', 'Month'),
      numberColumn('received', '投诉', 'Complaints'),
      numberColumn('before', '上年同期', 'A year before'),
      numberColumn('closed', '关闭', 'Closed'),
    ],
    months.map(({ name, from, to, yearBefore }): Cell[] => [
      name,
      all.complaints.filter((one) => counts(one) && arrivedIn(one, { from, to })).length,
      all.complaints.filter((one) => counts(one) && arrivedIn(one, yearBefore)).length,
      all.complaints.filter((one) => closedIn(one, { from, to })).length,
    ]),
  );
}

function monthsOf({ from, to }: Facts['period']) {
  const offset = from.slice(-6);
  const first = (year: number, month: number) =>
    `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01T00:00:00${offset}`;
  const months: { name: string; from: string; to: string; yearBefore: { from: string; to: string } }[] = [];
  const year = Number(from.slice(0, 4));
  for (let month = Number(from.slice(5, 7)); instant(first(year, month)) < instant(to); month++) {
    const begins = first(year, month);
    const yearBefore = { from: first(year - 1, month), to: first(year - 1, month + 1) };
    months.push({ name: begins.slice(0, 7), from: begins, to: first(year, month + 1), yearBefore });
  }
  return months;
}

/** Natures and sub-natures of the categories with most complaints. */
function focus(received: readonly Complaint[], all: Facts) {
  const rows = tally(received, ({ category }) => category ?? '')
    .slice(0, 3)
    .flatMap(([category, ones]) =>
      tally(ones, ({ nature, subNature }) => `${nature ?? ''} ${subNature ?? ''}`).map(([, [one, ...more]]): Cell[] => [
        categoryOf(all, category || undefined),
        natureOf(all, one?.nature, one?.subNature) ?? words('尚未认定', 'Not judged yet'),
        more.length + 1,
      ]),
    );
  return table(
    [
      column('category', '类别', 'Category', 2),
      column('nature', '性质', 'Nature', 2),
      numberColumn('count', '件数', 'Count'),
    ],
    rows,
  );
}

/** The same category and nature in the same project, again and again. */
function recurring(received: readonly Complaint[], all: Facts) {
  const groups = tally(
    received.filter(({ category }) => category !== undefined),
    ({ project, category, nature, subNature }) => [project, category, nature, subNature].join(' '),
  ).filter(([, ones]) => ones.length >= often);
  return table(
    [
      column('project', '项目', 'Project', 2),
      column('category', '类别', 'Category', 2),
      column('nature', '性质', 'Nature', 2),
      numberColumn('count', '件数', 'Count'),
      numberColumn('again', '处理后再次投诉', 'Again after handling'),
    ],
    groups.map(([, ones]): Cell[] => {
      const [one] = ones;
      return [
        projectName(all, one?.project ?? ''),
        categoryOf(all, one?.category),
        natureOf(all, one?.nature, one?.subNature),
        ones.length,
        ones.filter(({ facts }) => facts.again).length,
      ];
    }),
    words('没有反复出现的问题。', 'Nothing recurred.'),
  );
}
