const digits = '零一二三四五六七八九十';
const brought = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.． 、])/;

/** The numbers of sections as offices write them, `一、` and `（一）`; none where a title brings its own. */
export function numbered(sections: { level: 1 | 2; title: string }[], zh: boolean): string[] {
  let [first, second] = [0, 0];
  return sections.map(({ level, title }) => {
    if (level === 1) [first, second] = [first + 1, 0];
    else second += 1;
    if (brought.test(title)) return '';
    if (!zh) return level === 1 ? `${first}. ` : `${first}.${second} `;
    return level === 1 ? `${chinese(first)}、` : `（${chinese(second)}）`;
  });
}

/** 1 to 99 */
function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const front = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return front + (ones === 0 && tens > 0 ? '' : digits[ones]);
}
