/** Where it is: buildings, units, floors and rooms as people write them. */

export interface Place {
  building?: string;
  unit?: string;
  floor?: string;
  room?: string;
  /** Named parts of the estate: `东门`, `b2`, `二期`. */
  spots: string[];
}

const digit: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const numerals = '〇零一二两三四五六七八九十百';

/** `十二` → 12, `二十` → 20, `一百零三` → 103; undefined when it is no number. */
export function chineseNumber(text: string): number | undefined {
  if (!text || [...text].some((one) => !numerals.includes(one))) return undefined;
  if (!/[十百]/.test(text)) return Number([...text].map((one) => digit[one]).join(''));
  let total = 0;
  let held = 0;
  for (const one of text) {
    if (one === '百') [total, held] = [total + (held || 1) * 100, 0];
    else if (one === '十') [total, held] = [total + (held || 1) * 10, 0];
    else held = digit[one] ?? 0;
  }
  return total + held;
}

const counted = new RegExp(`[${numerals}]+(?=号楼|[栋幢座楼层期号]|单元|区|门岗)`, 'g');

/** One width and case, numbers before a place in digits. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(counted, (found) => String(chineseNumber(found) ?? found));
}

const buildings = [/(\d{1,3}|[a-z]\d{0,2})(?:号楼|#楼|#|栋|幢|座)/, /(\d{1,3})号(?=\d{1,2}单元|\d{3,4}(?:室|房|\D|$))/];
const units = [/(\d{1,2}|[a-z])单元/, /(\d{1,2})门(?=\d{3,4})/];
const floors = [/(?<![\d负])(\d{1,2})(?:层|楼(?!栋|道|梯|上|下|顶|电梯))/];
const rooms = [
  /(?:单元|栋|幢|座|号楼|楼|门|#|-)-?(\d{3,4})(?!\d|年|元|块)/,
  /(?<!\d)(\d{3,4})(?:室|房|号房)/,
  /我家(?:是|住)?(\d{3,4})(?!\d)/,
];
/** `3-2-501`, `3-501`. */
const dashed = /(?<![\d-])(\d{1,3})-(?:(\d{1,2})-)?(\d{3,4})(?![\d-])/;

const spots = [
  /[东南西北]{1,2}(?:侧|边|面)?(?:大?门|区|门岗)/g,
  /(?<![a-z0-9])(?:b|负|-)[1-4](?:层|楼)?(?=\D|$)/g,
  /地下[1-4一二三四]层/g,
  /\d期/g,
  /[a-z]区/g,
  /[东南西北][侧边](?=的?(?:草|绿|路|花|围|墙|垃|道))/g,
];

/** What a text says of where it is. */
export function placesOf(text: string): Place {
  const said = plain(text);
  const triple = dashed.exec(said);
  const first = (patterns: RegExp[]) => patterns.map((one) => one.exec(said)?.[1]).find((one) => one !== undefined);
  const place: Place = {
    building: triple?.[1] ?? first(buildings),
    unit: triple?.[2] ?? first(units),
    room: triple?.[3] ?? first(rooms),
    floor: first(floors),
    spots: [...new Set(spots.flatMap((one) => said.match(one) ?? []).map(spotName))],
  };
  return place;
}

const spotName = (found: string): string =>
  found
    .replace(/(?:侧|边|面)(?=大?门)/, '')
    .replace('大门', '门')
    .replace('门岗', '门')
    .replace(/^(?:负|-|地下)([1-4一二三四])(?:层|楼)?$/, (_, n: string) => `b${chineseNumber(n) ?? n}`)
    .replace(/^b([1-4])(?:层|楼)?$/, 'b$1')
    .replace(/^([东南西北])[侧边]$/, '$1侧');
