import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, TabStopType, TableRow, type Table } from 'docx';
import type { Mark, Layout } from '../layout/layout.js';
import { auto, faces, red, small } from './look.js';
import { cell, gap, ruled } from './table.js';
import { line, run, tabbed } from './text.js';

const centred = { alignment: AlignmentType.CENTER };

/** Everything above the first section. */
export function top(layout: Layout, room: number): (Paragraph | Table)[] {
  return [
    ...(layout.head.red ? redHead(layout, room) : []),
    ...titles(layout),
    ...(layout.head.red ? [] : [plainHead(layout, room)]),
    ...(layout.marks.length > 0 ? [marks(layout.marks, room), gap()] : []),
  ];
}

/** 红头: the name large and red, the number below, unit and date over a red rule. */
function redHead({ head, language }: Layout, room: number): Paragraph[] {
  const look = {
    font: faces.title,
    bold: true,
    color: red,
    size: 60,
    ...(language === 'zh' ? { characterSpacing: 60 } : {}),
  };
  return [
    line(head.name, look, { ...centred, spacing: { line: 240, lineRule: auto, after: 120 } }),
    line(head.number, { size: 26 }, { ...centred, spacing: { after: 160 } }),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: room }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: red, space: 4 } },
      children: [...run(head.unit), tabbed(head.date)],
    }),
  ];
}

function titles({ head, title, subtitle }: Layout): Paragraph[] {
  if (!title) {
    const look = { font: faces.title, bold: true, size: 32 };
    return subtitle ? [line(subtitle, look, { ...centred, spacing: { before: 200, after: 120 } })] : [];
  }
  const period = subtitle && (/[（(]/.test(subtitle) ? subtitle : `（${subtitle}）`);
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      ...(head.red ? {} : { spacing: { before: 0, after: 60, line: 300, lineRule: auto } }),
      children: run(title),
    }),
    ...(period ? [line(period, {}, { ...centred, spacing: { after: 160 } })] : []),
  ];
}

function plainHead({ head, language }: Layout, room: number): Paragraph {
  const of = language === 'zh' ? ['编报单位：', '编号：'] : ['From: ', 'No. '];
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: room }],
    children: [...run(`${of[0]}${head.unit}`, { size: 21 }), tabbed(`${of[1]}${head.number}`, { size: 21 })],
  });
}

function marks(all: Mark[], room: number): Table {
  const rows = all.map(({ kind, name, text }) => {
    const look = { size: small, ...(kind === 'draft' ? {} : { color: red }) };
    return new TableRow({ children: [cell(name, { ...look, bold: true, align: 'center' }), cell(text, look)] });
  });
  return ruled([1200, room - 1200], rows);
}
