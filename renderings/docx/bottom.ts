import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type Paragraph,
  TableCell,
  TableRow,
  type Table,
  VerticalAlign,
} from 'docx';
import type { Closing, Labelled, Layout } from '../layout/layout.js';
import { auto, small } from './look.js';
import { cell, gap, ruled } from './table.js';
import { line } from './text.js';

const close = { alignment: AlignmentType.CENTER, spacing: { line: 280, lineRule: auto, after: 0 }, keepNext: true };

/** Everything after the last section: signatures, seal, and to whom it goes. */
export function bottom({ closing, notes, language }: Layout, room: number): (Paragraph | Table)[] {
  const seal = { ...close, indent: { left: Math.round(room / 2) } };
  return [
    ...(closing.signatures.length > 0 ? [gap(), signatures(closing, room)] : []),
    gap(),
    line(closing.unit, {}, seal),
    line(closing.date, {}, seal),
    line(
      closing.seal,
      { size: small, color: '777777' },
      { ...seal, spacing: { line: 280, lineRule: auto, after: 200 } },
    ),
    imprint(notes, room, language === 'zh' ? '：' : ': '),
  ];
}

/** The label on the left, the name and the day on the right; a place stays empty for the pen. */
function signatures({ signatures }: Closing, room: number): Table {
  const label = 1160;
  const width = room / Math.max(2, signatures.length) - label;
  const cells = signatures.flatMap((one) => [
    cell(one.label, { bold: true, align: 'center' }),
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      children: [line(one.name, { size: 22 }, close), line(one.date, { size: 18 }, close)],
    }),
  ]);
  const row = new TableRow({ children: cells, cantSplit: true, height: { value: 860, rule: HeightRule.ATLEAST } });
  return ruled(
    signatures.flatMap(() => [label, width]),
    [row],
  );
}

/** 版记 */
function imprint(notes: Labelled[], room: number, colon: string): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  const rows = notes.map(
    ({ label, value }) => new TableRow({ cantSplit: true, children: [cell(`${label}${colon}${value}`)] }),
  );
  return ruled([room], rows, {
    top: rule,
    bottom: rule,
    insideHorizontal: rule,
    left: none,
    right: none,
    insideVertical: none,
  });
}
