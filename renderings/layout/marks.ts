import type { Missing, Paper } from '../../domain/paper/paper.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { labels, roleNames } from './labels.js';
import type { Sayings } from './sayings.js';
import type { Mark } from './layout.js';

/** Late, incomplete, a correction, corrected since, or no more than a draft. */
export function marksOf(paper: Paper, say: Sayings): Mark[] {
  const { language } = say;
  const zh = language === 'zh';
  const marks: Mark[] = [];
  const mark = (kind: Mark['kind'], text: string) => marks.push({ kind, name: labels[kind][language], text });

  if (paper.state !== 'issued') {
    const due = say.moment(paper.due);
    mark('draft', zh ? `本件尚未签发，应于${due}前发出。` : `Not issued yet; due by ${due}.`);
  }
  if (paper.correctedBy) {
    const by = paper.correctedBy.number ?? '';
    mark('corrected', zh ? `本件已由${by || '后续文件'}更正。` : `Corrected since${by ? ` by ${by}` : ''}.`);
  }
  if (paper.corrects) {
    const { number, reason } = paper.corrects;
    const why = say.text(reason);
    mark('correction', zh ? `本件更正${number}。更正原因：${why}` : `This corrects ${number}. Reason: ${why}`);
  }
  if (paper.late) {
    const [due, at] = [say.moment(paper.due), paper.issuedAt ? say.moment(paper.issuedAt) : ''];
    mark('late', zh ? `本件应于${due}发出，实际于${at}发出。` : `Due ${due}, issued ${at}.`);
  }
  if (paper.missing.length > 0) mark('missing', missingIn(paper, say));
  return marks;
}

function missingIn(paper: Paper, say: Sayings): string {
  const zh = say.language === 'zh';
  const items = paper.missing.map((one) => {
    // the public is told what is missing, not by whom
    const who = paper.public ? '' : whoWas(one, say);
    return say.text(one.title) + (who && (zh ? `（责任人：${who}）` : ` (${who})`));
  });
  if (!zh) return `${paper.state === 'issued' ? 'Missing when issued' : 'Still missing'}: ${items.join('; ')}.`;
  return `${paper.state === 'issued' ? '发出时' : '目前'}尚缺：${items.join('；')}。`;
}

/** Their names; where nobody holds the role, the role. */
export function whoWas({ by, people }: Pick<Missing, 'by' | 'people'>, say: Sayings): string {
  if (people.length > 0) return people.map(({ name }) => say.text(name)).join(say.language === 'zh' ? '、' : ', ');
  return roles(by, say);
}

export const roles = (by: Role[], { language }: Sayings): string =>
  by.map((role) => roleNames[role][language]).join(language === 'zh' ? '、' : ', ');
