/** Who is told of a step of a paper, and in which words. */
import type { NoticeKind } from '../notice/notice.js';
import type { NoticeText } from '../notice/say.js';
import { sayMoment } from '../notice/say.js';
import type { Role } from '../rulebook/rulebook.js';
import { kinds } from './kinds.js';
import { type Paper } from './paper.js';

/** Where people are looked for: at the paper's node and above, or where it goes to. */
export interface Telling {
  at: 'node' | 'addressee';
  roles: Role[];
  kind: NoticeKind;
  /** Waits for nobody's quiet hours. */
  urgent: boolean;
}

/** Who reads papers where they go to. */
const readers: Role[] = ['company', 'hq', 'approver'];

/** Whom a step is told to; undefined when it is not. */
export function tellingOf(step: string, { kind, parts, approves, public: isPublic }: Paper): Telling | undefined {
  const writers = [...new Set(parts.flatMap(({ by }) => by))];
  const urgent = kind === 'urgent' || kind === 'turn';
  switch (step) {
    case 'drafted': {
      const roles = writers.length > 0 ? writers : approves;
      return roles.length > 0 ? { at: 'node', roles, kind: 'work', urgent: false } : undefined;
    }
    case 'returned':
      return { at: 'node', roles: writers, kind: 'work', urgent: false };
    case 'completed':
    case 'overdue':
      return approves.length > 0
        ? { at: 'node', roles: approves, kind: step === 'overdue' ? 'deadline' : 'work', urgent: false }
        : undefined;
    case 'issued':
      return isPublic ? undefined : { at: 'addressee', roles: readers, kind: 'escalation', urgent };
    case 'reminded':
      return { at: 'addressee', roles: readers, kind: 'deadline', urgent };
    default:
      return undefined;
  }
}

const headlines: Record<string, { zh: string; en: string }> = {
  drafted: { zh: '文书待填写', en: 'A paper is to be completed' },
  returned: { zh: '文书被退回', en: 'A paper was returned' },
  completed: { zh: '文书待批准', en: 'A paper is to be approved' },
  overdue: { zh: '文书逾期未批准', en: 'A paper is overdue: not approved' },
  issued: { zh: '收到文书', en: 'A paper has come' },
  reminded: { zh: '文书尚未签收', en: 'A paper is not acknowledged yet' },
};

/** What is told; nothing of a complaint but its number. */
export function sayOfPaper(step: string, paper: Paper, language: 'zh' | 'en', note?: string): NoticeText {
  const zh = language === 'zh';
  const { kind, number, node, period, due, complaint, missing } = paper;
  const title = `${headlines[step]?.[language] ?? step}${zh ? '：' : ': '}${kinds[kind].title[language]}`;
  const lines: [string, string][] = [
    [zh ? '单位' : 'Node', node.name],
    ...(number ? [[zh ? '文号' : 'Number', number] as [string, string]] : []),
    ...(complaint ? [[zh ? '投诉编号' : 'Complaint', complaint.number] as [string, string]] : []),
    ...(period ? [[zh ? '期间' : 'Period', period.label[language]] as [string, string]] : []),
    ...(number ? [] : [[zh ? '应发出' : 'Due', sayMoment(due)] as [string, string]]),
    ...(missing.length > 0
      ? [
          [zh ? '缺少' : 'Missing', missing.map(({ title: what }) => what[language]).join(zh ? '、' : ', ')] as [
            string,
            string,
          ],
        ]
      : []),
  ];
  const about = { id: paper.id, family: kinds[kind].family, ...(step === 'issued' ? { enclosed: true as const } : {}) };
  return { title, lines, ...(note ? { quote: note } : {}), paper: about };
}
