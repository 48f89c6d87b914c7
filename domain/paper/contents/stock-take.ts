/** Daily stock-take 日盘点 (WY-4.4.2.4): all intake of the day accounted for, what nobody has yet is named. */
import { instant } from '../../calendar/zone.js';
import type { Complaint } from '../../complaint/state.js';
import { column, figures, numberSections, section, table, words } from '../blocks.js';
import {
  categoryOf,
  contentOf,
  type Drafted,
  type Facts,
  numbered,
  personName,
  projectName,
  unitOf,
} from '../facts.js';
import type { Cell } from '../paper.js';
import { channelTerms, statusTerms, term } from '../terms.js';
import { isOpen } from '../statistics.js';
import { nextDue } from './case.js';

/** Recorded in the day, whenever it arrived. */
const recordedIn = ({ recordedAt }: Complaint, { from, to }: Facts['period']): boolean =>
  instant(recordedAt) >= instant(from) && instant(recordedAt) < instant(to);

/** Open, and nobody's: neither unit nor handler. */
export const isUnassigned = (complaint: Complaint): boolean =>
  isOpen(complaint) && !complaint.handler && !complaint.unit && ['received', 'accepted'].includes(complaint.status);

export function stockTake(all: Facts): Drafted {
  const intake = all.complaints.filter((one) => recordedIn(one, all.period));
  const unassigned = all.complaints.filter(isUnassigned);
  const of = (status: string) => intake.filter((one) => one.status === status).length;
  const settled = intake.filter(({ marks }) => marks['Settled'] !== undefined).length;
  const late = all.complaints.filter(
    (one) => isOpen(one) && Object.values(one.clocks).some(({ state, metAt }) => state === 'missed' && !metAt),
  );
  const sections = [
    section(
      'overview',
      words('当日情况', 'The day'),
      figures(
        [words('当日受理', 'Taken in'), intake.length],
        [words('当场解决', 'Settled on the spot'), settled],
        [words('不予受理', 'Not accepted'), of('refused')],
        [words('已并案', 'Merged'), of('merged')],
        [words('当日未派单', 'Of the day, unassigned'), intake.filter(isUnassigned).length],
        [words('全部未派单', 'Unassigned in all'), unassigned.length],
        [words('逾期未办', 'Overdue'), late.length],
      ),
    ),
    section(
      'intake',
      words('当日受理的投诉', 'Intake of the day'),
      table(
        [
          column('number', '编号', 'Number', 2),
          column('at', '受理时间', 'Received', 2),
          column('channel', '渠道', 'Channel'),
          column('category', '类别', 'Category'),
          column('content', '内容', 'Content', 4),
          column('status', '状态', 'State'),
          column('unit', '责任部门', 'Unit'),
          column('handler', '经办人', 'Handler'),
        ],
        intake.map((one) => [
          numbered(one),
          { moment: one.arrivedAt },
          term(channelTerms, one.channel),
          categoryOf(all, one.category),
          contentOf(one, 60),
          term(statusTerms, one.status),
          unitOf(all, one.unit),
          personName(all, one.handler),
        ]),
        words('当日无投诉。', 'No complaints that day.'),
      ),
    ),
    section(
      'unassigned',
      words('尚未派单的投诉', 'Not assigned yet'),
      table(
        [
          column('number', '编号', 'Number', 2),
          column('project', '项目', 'Project', 2),
          column('at', '受理时间', 'Received', 2),
          column('content', '内容', 'Content', 4),
          column('due', '下一期限', 'Next deadline', 2),
        ],
        unassigned.map((one): Cell[] => [
          numbered(one),
          projectName(all, one.project),
          { moment: one.arrivedAt },
          contentOf(one, 60),
          nextDue(one),
        ]),
        words('没有遗漏：全部投诉均已派单。', 'Nothing is left: all are assigned.'),
      ),
    ),
  ];
  return {
    content: { title: words('投诉日盘点表', 'Daily stock-take'), sections: numberSections(sections) },
    parts: [],
  };
}
