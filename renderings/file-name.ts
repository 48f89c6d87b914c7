import type { Paper } from '../domain/paper/paper.js';
import { layoutOf } from './layout/compose.js';

/** What a paper's file is called, without an ending: number and title, none of what file systems refuse, at most 80 letters. */
export function fileName(paper: Paper, language: 'zh' | 'en'): string {
  const { head, title = head.name } = layoutOf(paper, language);
  const name = `${paper.number ? `${head.number} ` : ''}${title}`
    .replace(/[\\/:*?"<>|%;\s]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return Array.from(name).slice(0, 80).join('').trim() || paper.id;
}
