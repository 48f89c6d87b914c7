/** What comes once a year, and before festivals. */
import { instant, plusDays } from '../../calendar/zone.js';
import type { Complaint } from '../../complaint/state.js';
import {
  below,
  column,
  facts,
  figures,
  numberColumn,
  numberSections,
  paragraph,
  partAt,
  partOf,
  section,
  table,
  words,
} from '../blocks.js';
import { contentOf, type Drafted, type Facts, projectName, unitOf } from '../facts.js';
import { hidden } from '../hide.js';
import type { Cell, Part, Section } from '../paper.js';
import { arrivedIn, counts, tally } from '../statistics.js';

/** Kept as unclosed at the end of the year (WY-4.4.3.7): each with a special analysis of its own, then written off when approved. */
export const isToWriteOff = ({ status }: Complaint): boolean => status === 'unclosed';

export function writeOffList(all: Facts): Drafted {
  const unclosed = all.complaints.filter(isToWriteOff);
  const parts: Part[] = unclosed.map((one) =>
    partOf('analysis', words('专题分析', 'Special analysis'), all.completes, one),
  );
  const cases = unclosed.flatMap((one): Section[] => {
    const marked = (all.events[one.id] ?? []).findLast((event) => event.type === 'MarkedUnclosed');
    return [
      below(
        one.id,
        words(`${one.number} ${projectName(all, one.project)}`, `${one.number} · ${projectName(all, one.project)}`),
        facts(
          [words('受理时间', 'Received'), { moment: one.arrivedAt }],
          [words('投诉内容', 'Content'), contentOf(one)],
          [words('原因', 'Cause'), one.findings ? hidden(one.findings, one) : null],
          [words('列为未关闭', 'Left unclosed'), marked ? { moment: marked.at } : null],
          [words('当时的分析', 'Analysis then'), marked && 'analysis' in marked ? hidden(marked.analysis, one) : null],
        ),
        partAt(`analysis:${one.id}`),
      ),
    ];
  });
  const sections = [
    section(
      'overview',
      words('总体情况', 'Overview'),
      figures([words('年末未关闭', 'Unclosed at the end of the year'), unclosed.length]),
      paragraph(
        words(
          '本清单经集团批准后，所列投诉逐件核销，不再列入新年度未关闭投诉；核销可以撤销，本年度和新年度统计的基数均不因此改变。',
          'Once approved by the group, each of these is written off and no longer listed as unclosed in the new year. It can be taken back; the denominators of both years stay as they are.',
        ),
      ),
    ),
    section(
      'cases',
      words('逐件专题分析', 'Special analysis of each'),
      ...(cases.length === 0 ? [paragraph(words('本年度没有未关闭投诉。', 'None is unclosed.'))] : []),
    ),
    ...cases,
  ];
  return {
    content: { title: words('未关闭投诉年末核销清单', 'Year-end write-off list'), sections: numberSections(sections) },
    parts,
  };
}

/** Who takes complaints round the clock at a festival or in a farming season (LD-3, JB-7). */
export function roster(all: Facts): Drafted {
  const first = all.period.from.slice(0, 10);
  const end = all.period.to.slice(0, 10);
  const days: string[] = [];
  for (let date = first; date < end; date = plusDays(date, 1)) days.push(date);
  const parts = days.map((date) =>
    partOf(`post:${date}`, words(`${date} 值班人员及电话`, `${date}: on duty`), all.completes),
  );
  const sections = [
    section(
      'overview',
      words('值班安排', 'Roster'),
      facts(
        [words('时段', 'Period'), all.period.label],
        [words('值班方式', 'Manner'), words('24小时', 'Round the clock')],
      ),
    ),
    section('days', words('逐日安排', 'Day by day'), ...days.map((date) => partAt(`post:${date}`))),
  ];
  return { content: { title: words('投诉受理值班表', 'Duty roster'), sections: numberSections(sections) }, parts };
}

const full = 100;
const step = 10;

/** The yearly assessment of each centre (HX-5): 100 points, −10 for each above last year's total, −10 for each repeat. */
export function assessment(all: Facts): Drafted {
  const { from, to } = all.period;
  const year = Number(from.slice(0, 4));
  const before = { from: `${year - 1}${from.slice(4)}`, to: from };
  const received = all.complaints.filter(
    (one) => counts(one) && (arrivedIn(one, { from, to }) || arrivedIn(one, before)),
  );
  const units = tally(
    received.filter(({ unit }) => unit !== undefined),
    ({ unit }) => unit ?? '',
  );
  const praise = partOf(
    'praise',
    words('反馈后获表扬的中心及次数（每次加10分）', 'Centres praised after feedback (+10 each)'),
    all.completes,
  );
  const award = partOf('award', words('考核结论与前三名', 'Result, and the top three'), all.completes);
  const scored = units.map(([unit, ones]) => {
    const now = ones.filter((one) => arrivedIn(one, { from, to }));
    const last = ones.length - now.length;
    const again = now.filter((one) => one.facts.again && instant(one.arrivedAt) >= instant(from)).length;
    const above = Math.max(0, now.length - last);
    return { unit, now: now.length, last, again, score: full - step * above - step * again };
  });
  const sections = [
    section(
      'scores',
      words('各中心考核', 'The centres'),
      table(
        [
          column('unit', '中心', 'Centre', 2),
          numberColumn('now', '本年投诉', 'This year'),
          numberColumn('last', '上年投诉', 'Last year'),
          numberColumn('again', '同一问题再次投诉', 'Again'),
          numberColumn('score', '得分（未计表扬）', 'Points, praise aside'),
          column('result', '结论', 'Result'),
        ],
        scored
          .sort((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1))
          .map(({ unit, now, last, again, score }): Cell[] => [
            unitOf(all, unit),
            now,
            last,
            again,
            score,
            again > 0 ? words('不合格', 'Failed') : words('合格', 'Passed'),
          ]),
      ),
    ),
    section('praise', praise.title, partAt('praise')),
    section('award', award.title, partAt('award')),
  ];
  return {
    content: { title: words('投诉信息年度考核', 'Yearly assessment'), sections: numberSections(sections) },
    parts: [{ ...praise, optional: true }, award],
  };
}
