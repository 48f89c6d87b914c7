import type { Content } from 'pdfmake';
import type { Closing, Labelled, Layout } from '../layout/layout.js';
import { small } from './measures.js';
import { piece } from './text.js';

/** Everything after the last section: signatures, seal, and to whom it goes. */
export function bottom({ closing, notes, language }: Layout, room: number): Content {
  const colon = language === 'zh' ? '：' : ': ';
  return {
    stack: [
      ...(closing.signatures.length > 0 ? [signatures(closing, room)] : []),
      {
        stack: [piece(closing.unit), piece(closing.date), piece(closing.seal, { color: '#777777', fontSize: small })],
        alignment: 'center',
        margin: [room * 0.5, 14, 0, 14],
      },
      imprint(notes, room, colon),
    ],
    unbreakable: true,
  };
}

/** The label on the left, the name and the day on the right; a place stays empty for the pen. */
function signatures({ signatures }: Closing, room: number): Content {
  const across = Math.max(2, signatures.length);
  const label = 58;
  const width = room / across - label - 21.5;
  return {
    table: {
      heights: 38,
      widths: signatures.flatMap(() => [label, width]),
      body: [
        signatures.flatMap((one): Content[] => [
          piece(one.label, { bold: true, alignment: 'center', fontSize: small, margin: [0, 9, 0, 0] }),
          {
            stack: [piece(one.name || ' ', { fontSize: 11 }), piece(one.date || ' ', { fontSize: 9 })],
            alignment: 'center',
          },
        ]),
      ],
    },
    layout: 'thin',
    margin: [0, 14, 0, 0],
  };
}

/** 版记 */
function imprint(notes: Labelled[], room: number, colon: string): Content {
  return {
    table: {
      widths: [room],
      body: notes.map(({ label, value }) => [piece(`${label}${colon}${value}`, { fontSize: small, lineHeight: 1.2 })]),
    },
    layout: { hLineWidth: () => 0.7, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0 },
  };
}
