export type Language = 'zh' | 'en';

/** The language of an Accept-Language header: English where it is preferred to Chinese, else Chinese. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const q = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean);
      return { tag, q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag }) => /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh';
}
