/** Reads days off from what people paste: the State Council's notice, simple rows, or JSON. */
export interface DaysOff {
  from: string;
  days: number;
  name: string;
}
export interface Workday {
  date: string;
  name: string;
}
export interface Notice {
  off: DaysOff[];
  work: Workday[];
  /** Lines that say nothing that is understood. */
  unread: string[];
}

/** The days off and make-up workdays of a text; dates without a year lie in `year`. */
export function readNotice(text: string, year: number): Notice {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return readJson(trimmed);
  const notice: Notice = { off: [], work: [], unread: [] };
  for (const line of trimmed.split(/\r?\n/).map((one) => one.trim())) {
    // what names no day is the notice's own prose
    if (!/\d/.test(line) || readRow(line, year, notice) || readSentence(line, year, notice)) continue;
    notice.unread.push(line);
  }
  return notice;
}

/** As rows that are read again: `2027-01-01 3 元旦`, `2027-02-14 班 春节调休`. */
export const asRows = ({ off, work }: Pick<Notice, 'off' | 'work'>): string =>
  [
    ...off.map(({ from, days, name }) => `${from} ${days} ${name}`),
    ...work.map(({ date, name }) => `${date} 班 ${name}`),
  ].join('\n');

const row =
  /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?[\s,，]+(?:(\d{1,2})天?|(班|上班|补班|work))[\s,，]+(.+)$/i;

function readRow(line: string, year: number, notice: Notice): boolean {
  const match = row.exec(line);
  if (!match) return false;
  const [, said, month, day, days, , name = ''] = match;
  const date = dateOf(Number(said ?? year), Number(month), Number(day));
  if (days) notice.off.push({ from: date, days: Number(days), name: name.trim() });
  else notice.work.push({ date, name: name.trim() });
  return true;
}

// 2月5日（周五）至12日（周五）
const range =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:（[^）]*）)?(?:\s*(?:至|-|—|～)\s*(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*）)?)?/g;

/** 一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周日）上班。 */
function readSentence(line: string, year: number, notice: Notice): boolean {
  const heading = /^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．\s]*)?([\p{Script=Han}、]{2,12})[：:]/u.exec(line);
  if (!heading) return false;
  const name = heading[1] ?? '';
  const before = notice.off.length + notice.work.length;
  for (const clause of line.slice(heading[0].length).split(/[。；;]/)) {
    const works = clause.includes('上班');
    for (const [, said, month, day, toMonth, toDay] of clause.matchAll(range)) {
      const [at, first] = [Number(said ?? year), Number(month)];
      const from = dateOf(at, first, Number(day));
      if (works) notice.work.push({ date: from, name: `${name}调休` });
      else notice.off.push({ from, days: daysTo(from, at, Number(toMonth ?? first), toDay), name });
    }
  }
  return notice.off.length + notice.work.length > before;
}

function daysTo(from: string, year: number, month: number, day: string | undefined): number {
  if (day === undefined) return 1;
  const to = Date.parse(`${dateOf(year, month, Number(day))}T00:00Z`);
  return Math.round((to - Date.parse(`${from}T00:00Z`)) / 86_400_000) + 1;
}

type Off = [string, number, string];
type Work = [string, string];

/** Ours, or the form of the calendars that ship: `{off: [["2027-01-01", 3, "元旦"]], work: [["2027-02-14", "…"]]}`. */
function readJson(text: string): Notice {
  try {
    const { off = [], work = [] } = JSON.parse(text) as { off?: (DaysOff | Off)[]; work?: (Workday | Work)[] };
    return {
      off: off.map((one) => (Array.isArray(one) ? { from: one[0], days: one[1], name: one[2] } : one)),
      work: work.map((one) => (Array.isArray(one) ? { date: one[0], name: one[1] } : one)),
      unread: [],
    };
  } catch {
    return { off: [], work: [], unread: [text.split('\n')[0] ?? ''] };
  }
}

const two = (n: number): string => String(n).padStart(2, '0');
const dateOf = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
