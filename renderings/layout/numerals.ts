const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese: 一, 十, 十二, 二十一. */
export function chineseNumeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const front = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return ones === 0 && tens > 0 ? front : front + (digits[ones] ?? '');
}

/** `一、` and `（一）` as Chinese offices number; `1.` and `1.2` in English. `first` and `second` count from 1. */
export function sectionNumber(language: 'zh' | 'en', first: number, second?: number): string {
  if (language === 'en') return second === undefined ? `${first}. ` : `${first}.${second} `;
  return second === undefined ? `${chineseNumeral(first)}、` : `（${chineseNumeral(second)}）`;
}
