/** A4 in points, with the margins of an office paper (GB/T 9704: binding 28 mm, right 26 mm). */
const mm = 72 / 25.4;
const a4 = { short: 595.28, long: 841.89 };

export const margins = { left: 28 * mm, top: 25 * mm, right: 26 * mm, bottom: 24 * mm };
const wideMargins = { left: 18 * mm, top: 20 * mm, right: 18 * mm, bottom: 18 * mm };

export const marginsOf = (wide: boolean) => (wide ? wideMargins : margins);

/** What is left for text between the margins. */
export function room(wide: boolean): number {
  const { left, right } = marginsOf(wide);
  return (wide ? a4.long : a4.short) - left - right;
}

export const red = '#d7000f';
export const ink = '#000000';
export const shade = '#f2f2f2';

/** 小四, and what offices set in tables. */
export const body = 12;
export const small = 10;
