/** Builders of blocks, so that contents read like the paper. */
import type { Complaint } from '../complaint/state.js';
import type { Role } from '../rulebook/rulebook.js';
import type { Block, Cell, Column, FactsBlock, FiguresBlock, Part, Section, TableBlock } from './paper.js';
import type { Text, Words } from './words.js';

export const words = (zh: string, en: string): Words => ({ zh, en });

export const section = (id: string, title: Words, ...blocks: Block[]): Section => ({ id, title, level: 1, blocks });
export const below = (id: string, title: Words, ...blocks: Block[]): Section => ({ id, title, level: 2, blocks });

/** Sections in order, those of the first level numbered 一、二、… */
export function numberSections(sections: Section[]): Section[] {
  let n = 0;
  return sections.map((one) => {
    if (one.level === 2) return one;
    n++;
    return { ...one, title: { zh: `${chinese(n)}、${one.title.zh}`, en: `${n} ${one.title.en}` } };
  });
}

export const paragraph = (text: Text | undefined): Block => ({ type: 'paragraph', text: text ?? notStated });
export const list = (...items: Text[]): Block => ({ type: 'list', items });
export const partAt = (part: string): Block => ({ type: 'part', part });

export const facts = (...items: [Words, Cell][]): FactsBlock => ({
  type: 'facts',
  items: items.map(([label, value]) => ({ label, value })),
});
export const figures = (...items: [Words, Cell, Words?][]): FiguresBlock => ({
  type: 'figures',
  items: items.map(([label, value, note]) => ({ label, value, ...(note ? { note } : {}) })),
});

export const table = (columns: Column[], rows: Cell[][], empty: Words = none): TableBlock => ({
  type: 'table',
  columns,
  rows,
  empty,
});
export const column = (id: string, zh: string, en: string, width?: number): Column => ({
  id,
  label: { zh, en },
  ...(width ? { width } : {}),
});
export const numberColumn = (id: string, zh: string, en: string): Column => ({ ...column(id, zh, en), align: 'end' });

/** A part for the people of a duty to write; `complaint`: the one that it is about. */
export function partOf(id: string, title: Words, by: Role[], complaint?: Complaint, text?: string): Part {
  return {
    id: complaint ? `${id}:${complaint.id}` : id,
    title,
    by,
    ...(complaint ? { complaint: { id: complaint.id, number: complaint.number } } : {}),
    ...(text ? { text } : {}),
  };
}

export const none = words('本期无。', 'None in this period.');
export const notStated = words('尚未填写。', 'Not stated yet.');

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese: 十二. */
export function chinese(n: number): string {
  if (n < 10) return digits[n] ?? String(n);
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens] : ''}十${digits[n % 10]}`;
}
