import type { Content } from 'pdfmake';
import type { Mark, Layout } from '../layout/layout.js';
import { ink, red } from './measures.js';
import { piece } from './text.js';

/** Everything above the first section. */
export function top(layout: Layout, room: number): Content[] {
  return [
    ...(layout.head.red ? redHead(layout, room) : []),
    ...titles(layout),
    ...(layout.head.red ? [] : [plainHead(layout)]),
    ...(layout.marks.length > 0 ? [marks(layout.marks, room)] : []),
  ];
}

/** The title with the period below it; where the red head is the title, the period alone. */
function titles({ head, title, subtitle }: Layout): Content[] {
  const above = head.red ? 12 : 0;
  if (!title)
    return subtitle
      ? [piece(subtitle, { bold: true, fontSize: 16, alignment: 'center', margin: [0, above, 0, 8] })]
      : [];
  const period = subtitle && (/[（(]/.test(subtitle) ? subtitle : `（${subtitle}）`);
  return [
    piece(title, {
      bold: true,
      fontSize: 20,
      lineHeight: 1.25,
      alignment: 'center',
      margin: [0, above, 0, period ? 2 : 10],
    }),
    ...(period ? [piece(period, { alignment: 'center', margin: [0, 0, 0, 10] })] : []),
  ];
}

/** 红头: the name large and red, the number below, unit and date over a red rule. */
function redHead({ head, language }: Layout, room: number): Content[] {
  const spaced = language === 'zh' ? { characterSpacing: 4, fontSize: 30 } : { fontSize: 24 };
  return [
    piece(head.name, { font: 'Black', color: red, alignment: 'center', lineHeight: 1.2, ...spaced }),
    piece(head.number, { alignment: 'center', fontSize: 13, margin: [0, 4, 0, 10] }),
    {
      columns: [piece(head.unit, { width: '*' }), piece(head.date, { width: 'auto', alignment: 'right' })],
      margin: [6, 0, 6, 4],
    },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: room, y2: 0, lineWidth: 2, lineColor: red }], margin: [0, 0, 0, 6] },
  ];
}

function plainHead({ head, language }: Layout): Content {
  const of = language === 'zh' ? ['编报单位：', '编号：'] : ['From: ', 'No. '];
  return {
    columns: [
      piece(`${of[0]}${head.unit}`, { width: '*' }),
      piece(`${of[1]}${head.number}`, { width: 'auto', alignment: 'right' }),
    ],
    fontSize: 10.5,
    margin: [0, 0, 0, 6],
  };
}

function marks(all: Mark[], room: number): Content {
  return {
    table: {
      widths: [52, room - 52 - 21.5],
      body: all.map(({ kind, name, text }) => {
        const color = kind === 'draft' ? ink : red;
        return [
          piece(name, { bold: true, color, alignment: 'center', fontSize: 10.5 }),
          piece(text, { color, fontSize: 10.5 }),
        ];
      }),
    },
    layout: 'thin',
    margin: [0, 4, 0, 8],
  };
}
