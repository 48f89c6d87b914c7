/** Tables of complaints and figures that several papers carry (WY-4.2.3). */
import { type Complaint, latestPlan } from '../../complaint/state.js';
import { below, column, figures, numberColumn, section, table, words } from '../blocks.js';
import { categoryOf, contentOf, type Facts, natureOf, numbered, projectName } from '../facts.js';
import { hidden } from '../hide.js';
import type { Cell, Section } from '../paper.js';
import { averageBase, type Summary, summaryOf, tally } from '../statistics.js';
import { severityTerms, statusTerms, term } from '../terms.js';
import type { Words } from '../words.js';

/** The register: category, nature, project, content, measures, closed or not. */
export const registerOf = (complaints: readonly Complaint[], all: Facts, empty?: Words) =>
  table(
    [
      column('number', '编号', 'Number', 2),
      column('category', '类别', 'Category'),
      column('nature', '性质', 'Nature', 1.5),
      column('project', '项目', 'Project', 1.5),
      column('content', '投诉内容', 'Content', 4),
      column('measures', '整改措施', 'Corrective measures', 3),
      column('closed', '是否关闭', 'Closed'),
    ],
    complaints.map((one): Cell[] => [
      numbered(one),
      categoryOf(all, one.category),
      natureOf(all, one.nature, one.subNature),
      projectName(all, one.project),
      contentOf(one, 120),
      measuresOf(one),
      one.status === 'closed' ? words('已关闭', 'Closed') : term(statusTerms, one.status),
    ]),
    empty,
  );

export function measuresOf(complaint: Complaint): Cell {
  const plan = latestPlan(complaint);
  return plan ? hidden(plan.measures, complaint) : null;
}

/** Those that are serious or open, with what came of them. */
export const shortAccounts = (complaints: readonly Complaint[], all: Facts) =>
  table(
    [
      column('number', '编号', 'Number', 2),
      column('severity', '级别', 'Severity'),
      column('project', '项目', 'Project', 1.5),
      column('content', '投诉内容', 'Content', 4),
      column('cause', '原因', 'Cause', 3),
      column('status', '状态', 'State'),
    ],
    complaints.map((one): Cell[] => [
      numbered(one),
      term(severityTerms, one.reached),
      projectName(all, one.project),
      contentOf(one, 100),
      one.findings ? hidden(one.findings, one) : null,
      term(statusTerms, one.status),
    ]),
  );

/** The summary of WY-4.2.3, with its rates or what is missing for them. */
export function summarySections(all: Facts): Section[] {
  const summary = summaryOf(all.complaints, all.period);
  const base = averageBase(
    all.bases,
    all.projects.map(({ id }) => id),
    all.period,
    all.zone,
  );
  return [
    section(
      'summary',
      words('总体情况', 'Summary'),
      figures(
        [
          words('本期投诉', 'Complaints this period'),
          summary.received,
          words('不含上期结转', 'Carried-over ones not among them'),
        ],
        [
          words('本年累计投诉', 'Since the beginning of the year'),
          summary.cumulative,
          words('含未关闭', 'Unclosed ones among them'),
        ],
        [words('本期关闭', 'Closed this period'), summary.closed],
        [words('本年累计关闭', 'Closed since the beginning of the year'), summary.cumulativeClosed],
        [words('期末未关闭', 'Open at the end'), summary.open],
        [words('其中上年结转', 'Of these carried over'), summary.carriedOver, writtenOffNote(summary)],
      ),
    ),
    below(
      'rates',
      words('投诉率与处理率', 'Rates'),
      figures(
        percentFigure('本期处理率', 'Handling rate this period', summary.handlingRate),
        percentFigure('累计处理率', 'Cumulative handling rate', summary.cumulativeHandlingRate),
      ),
      rateTable(summary, base),
    ),
  ];
}

const writtenOffNote = ({ writtenOff }: Summary): Words | undefined =>
  writtenOff > 0 ? words(`另有${writtenOff}件已核销，不再列入`, `${writtenOff} more are written off`) : undefined;

const percentFigure = (zh: string, en: string, percent: number | null): [Words, Cell] => [
  words(zh, en),
  percent === null ? null : { percent },
];

const noBase = words('缺少基数，未计算', 'The base is missing: not reckoned');

function rateTable(summary: Summary, base: ReturnType<typeof averageBase>) {
  const rows: Cell[][] = [
    rateRow(
      words('住宅：件/户', 'Residential: per household'),
      summary,
      base.households,
      words('入住户数', 'Occupied households'),
    ),
    rateRow(
      words('写字楼及其他：件/万平方米', 'Office and other: per 10,000 m²'),
      summary,
      base.floorArea === null ? null : base.floorArea / 10_000,
      words('在管面积（万平方米）', 'Managed area (10,000 m²)'),
    ),
  ];
  return table(
    [
      column('rate', '投诉率', 'Complaint rate', 3),
      column('base', '平均基数', 'Average base', 2),
      numberColumn('now', '本期', 'This period'),
      numberColumn('cumulative', '累计', 'Cumulative'),
    ],
    rows,
  );
}

function rateRow(name: Words, { received, cumulative }: Summary, base: number | null, unit: Words): Cell[] {
  if (base === null || base <= 0) return [name, noBase, null, null];
  const rate = (n: number) => Math.round((n / base) * 10_000) / 10_000;
  const shown = Math.round(base * 100) / 100;
  return [name, words(`${unit.zh} ${shown}`, `${unit.en} ${shown}`), rate(received), rate(cumulative)];
}

/** How many of each category and nature. */
export function byCategory(complaints: readonly Complaint[], all: Facts) {
  return table(
    [
      column('category', '类别', 'Category', 2),
      numberColumn('count', '件数', 'Count'),
      column('share', '占比', 'Share'),
      column('natures', '主要性质', 'Main natures', 4),
    ],
    tally(complaints, ({ category }) => category ?? '').map(([category, ones]): Cell[] => [
      categoryOf(all, category || undefined),
      ones.length,
      { percent: Math.round((ones.length / complaints.length) * 1000) / 10 },
      naturesOf(ones, all),
    ]),
  );
}

function naturesOf(complaints: readonly Complaint[], all: Facts): Cell {
  const known = complaints.filter(({ nature }) => nature !== undefined);
  if (known.length === 0) return null;
  const named = tally(known, ({ nature, subNature }) => `${nature} ${subNature ?? ''}`)
    .slice(0, 3)
    .map(([, [one, ...more]]) => ({ name: natureOf(all, one?.nature, one?.subNature) as Words, n: more.length + 1 }));
  return {
    zh: named.map(({ name, n }) => `${name.zh} ${n} 件`).join('；'),
    en: named.map(({ name, n }) => `${name.en} ${n}`).join('; '),
  };
}

/** Each project: what came, what is open. */
export function byProject(all: Facts) {
  return table(
    [
      column('project', '项目', 'Project', 2),
      numberColumn('received', '本期投诉', 'This period'),
      numberColumn('cumulative', '本年累计', 'This year'),
      numberColumn('closed', '本期关闭', 'Closed'),
      numberColumn('open', '未关闭', 'Open'),
      column('rate', '本期处理率', 'Handling rate'),
    ],
    all.projects.map(({ id, name }): Cell[] => {
      const { received, cumulative, closed, open, handlingRate } = summaryOf(
        all.complaints.filter(({ project }) => project === id),
        all.period,
      );
      return [name, received, cumulative, closed, open, handlingRate === null ? null : { percent: handlingRate }];
    }),
  );
}
