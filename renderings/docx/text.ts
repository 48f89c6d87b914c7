import { type IParagraphOptions, type IRunOptions, Paragraph, Tab, TextRun } from 'docx';
import { clean } from '../layout/clean.js';

/** A run of plain text; line breaks within it stay. */
export function run(text: string, look: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] {
  return clean(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}) }));
}

/** Text behind a tab. */
export const tabbed = (text: string, look: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun =>
  new TextRun({ ...look, children: [new Tab(), clean(text)] });

/** A paragraph of one look. */
export function line(
  text: string,
  look: Omit<IRunOptions, 'text' | 'children'> = {},
  paragraph: Omit<IParagraphOptions, 'children' | 'text' | 'run'> = {},
): Paragraph {
  return new Paragraph({ ...paragraph, children: run(text, look) });
}
