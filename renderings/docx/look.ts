import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';

/** Faces that Chinese offices have: the words of the text, of headings, of titles; sizes in half points. */
export const faces = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '黑体' },
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
};
/** Lines as high as their letters ask for: in 240ths of a line. */
export const auto = LineRuleType.AUTO;

export const red = 'D7000F';
export const shade = 'F2F2F2';

/** 小四 and what stands in tables. */
export const body = 24;
export const small = 20;

/** A millimetre in twentieths of a point. */
export const mm = 1440 / 25.4;

export const a4 = { width: 11906, height: 16838 };

export const marginsOf = (wide: boolean) =>
  wide
    ? { left: 18 * mm, right: 18 * mm, top: 22 * mm, bottom: 20 * mm }
    : { left: 28 * mm, right: 26 * mm, top: 28 * mm, bottom: 25 * mm };

/** The width between the margins, in twentieths of a point. */
export function room(wide: boolean): number {
  const { left, right } = marginsOf(wide);
  return Math.round((wide ? a4.height : a4.width) - left - right);
}

/** Named styles, so that a person who goes on writing finds them. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: faces.text, size: body, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 360, lineRule: auto, after: 60 } },
    },
    title: {
      run: { font: faces.title, size: 40, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 60, line: 300, lineRule: auto } },
    },
    heading1: {
      run: { font: faces.heading, size: 28, bold: true },
      paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    },
    heading2: {
      run: { font: faces.heading, size: body, bold: true },
      paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
    },
  },
};
