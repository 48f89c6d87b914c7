/** Who is told of a step of a paper, and in which words. */
import type { NoticeKind } from '../notice/notice.js';
import { inEveryLanguage, type NoticeContent } from '../notice/content.js';
import { type NoticeLanguage, type NoticeText, sayMoment } from '../notice/say.js';
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

interface PaperWords {
  headlines: Record<string, string>;
  title: (head: string, kind: string) => string;
  labels: Record<'node' | 'number' | 'complaint' | 'period' | 'due' | 'missing', string>;
  list: (all: string[]) => string;
}

const words: Record<NoticeLanguage, PaperWords> = {
  zh: {
    headlines: {
      drafted: '文书待填写',
      returned: '文书被退回，请修改',
      completed: '文书待批准',
      overdue: '文书逾期未批准',
      issued: '收到文书',
      reminded: '文书尚未签收',
    },
    title: (head, kind) => `${head}：${kind}`,
    labels: { node: '单位', number: '文号', complaint: '投诉编号', period: '期间', due: '应发出', missing: '缺少' },
    list: (all) => all.join('、'),
  },
  en: {
    headlines: {
      drafted: 'A paper is to be completed',
      returned: 'A paper was returned: please revise it',
      completed: 'A paper awaits approval',
      overdue: 'A paper is overdue and not approved',
      issued: 'A paper has come',
      reminded: 'A paper is not acknowledged yet',
    },
    title: (head, kind) => `${head} (${kind})`,
    labels: {
      node: 'Node',
      number: 'Number',
      complaint: 'Complaint',
      period: 'Period',
      due: 'To be issued by',
      missing: 'Missing',
    },
    list: (all) => all.join(', '),
  },
};

/** What is told; nothing of a complaint but its number. */
export const sayOfPaper = (step: string, paper: Paper, note?: string): NoticeContent =>
  inEveryLanguage((language) => sayIn(language, step, paper, note));

function sayIn(language: NoticeLanguage, step: string, paper: Paper, note: string | undefined): NoticeText {
  const { headlines, title, labels, list } = words[language];
  const { kind, number, node, period, due, complaint, missing } = paper;
  const lines: [string, string][] = [[labels.node, node.name]];
  if (number) lines.push([labels.number, number]);
  if (complaint) lines.push([labels.complaint, complaint.number]);
  if (period) lines.push([labels.period, period.label[language]]);
  if (!number) lines.push([labels.due, sayMoment(due)]);
  if (missing.length > 0) lines.push([labels.missing, list(missing.map(({ title: what }) => what[language]))]);
  return {
    title: title(headlines[step] ?? step, kinds[kind].title[language]),
    lines,
    ...(note ? { quote: note } : {}),
    paper: { id: paper.id, family: kinds[kind].family, ...(step === 'issued' ? { enclosed: true as const } : {}) },
  };
}
