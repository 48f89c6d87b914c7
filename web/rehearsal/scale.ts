/** A time line on which hours are seen beside months. */
export interface Scale {
  /** In percent. */
  place: (moment: string) => number;
  ticks: { at: number; name: string; n: number }[];
}

const hour = 3_600_000;
const day = 24 * hour;
const marks: [number, string, number][] = [
  [day, 'day', 1],
  [3 * day, 'day', 3],
  [7 * day, 'week', 1],
  [30 * day, 'month', 1],
  [91 * day, 'month', 3],
  [365 * day, 'year', 1],
];

export function scaleOf(begin: number, end: number): Scale {
  const share = (span: number) => Math.log1p(Math.max(0, span) / (8 * hour));
  const whole = share(end - begin);
  const at = (span: number) => Math.min(100, (share(span) / whole) * 100);
  const ticks = marks.filter(([span]) => span <= end - begin).map(([span, name, n]) => ({ at: at(span), name, n }));
  // the last ones must not run over the edge
  return { place: (moment) => at(Date.parse(moment) - begin), ticks: ticks.filter((tick) => tick.at <= 94) };
}
