import type { Paper } from '../../domain/paper/paper.js';
import { fileName } from '../file-name.js';
import { mediaTypes } from '../media-types.js';
import { press } from '../press.js';
import { layoutOf } from '../layout/compose.js';
import { html } from './html.js';

interface Attachment {
  filename: string;
  contentType: string;
  content: Uint8Array;
}

export interface PaperMail {
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
}

/** A paper as a mail: readable as it is, with the same paper as .pdf and .docx attached. */
export async function mail(paper: Paper, language: 'zh' | 'en'): Promise<PaperMail> {
  const layout = layoutOf(paper, language);
  const { head, title = head.name, marks, notes } = layout;
  const name = fileName(paper, language);
  const colon = language === 'zh' ? '：' : ': ';
  const [pages, document] = await Promise.all([press(paper, 'pdf', language), press(paper, 'docx', language)]);
  return {
    // a subject is one line, whatever a title holds
    subject:
      `${head.number} ${title}${marks.map((mark) => (language === 'zh' ? `【${mark.name}】` : ` [${mark.name}]`)).join('')}`
        .replace(/\s+/g, ' ')
        .slice(0, 200),
    text: [
      ...[`${head.name} ${head.number}`, `${head.unit} ${head.date}`],
      ...[...(layout.title ? [layout.title] : []), ...(layout.subtitle ? [layout.subtitle] : [])],
      ...marks.map((mark) => `${mark.name}${colon}${mark.text}`),
      ...notes.map(({ label, value }) => `${label}${colon}${value}`),
    ].join('\n'),
    html: html(layout),
    attachments: [
      { filename: `${name}.pdf`, contentType: mediaTypes.pdf, content: pages },
      { filename: `${name}.docx`, contentType: mediaTypes.docx, content: document },
    ],
  };
}
