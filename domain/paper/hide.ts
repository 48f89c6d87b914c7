/** Takes out of a text who complained: what is known of them, and what looks like a telephone, an address of theirs or an identity. */
import type { Complaint } from '../complaint/state.js';

const mask = '＊＊';
const patterns = [
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  // identity cards, then mobile and fixed telephones
  /(?<!\d)\d{17}[\dXx](?!\d)/g,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g,
  // a flat: 3栋2单元501室 keeps the building, which many live in
  /(?<!\d)\d{3,4}\s*(?:室|房|号房)/g,
  /(?<=单元|栋|幢|座|号楼)\s*-?\s*\d{3,4}(?!\d|年|元|度|米|个|次|天)/g,
  /(?<!\d)\d{1,3}[-—–]\d{1,3}[-—–]\d{3,4}(?!\d)/g,
];
const surname = /(?<=[^\p{Script=Han}]|^)([\p{Script=Han}]{1,2})(先生|女士|小姐|太太|阿姨|大爷|业主)/gu;

/** A text without these names. */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names.filter((name) => name.trim().length > 1).reduce((shown, name) => shown.replaceAll(name, mask), text);

/** A text without the complainant's name, telephone, mail, room and address; and without what looks like any of them. */
export function hidden(text: string, { complainant }: Pick<Complaint, 'complainant'>): string {
  const { name, phone, email, address, room } = complainant;
  const known = [name, phone, email, address, room]
    .filter((one): one is string => one !== undefined && one.trim().length > 1)
    .sort((a, b) => b.length - a.length);
  // 周女士 of 周小雨, too
  const family = name && /^\p{Script=Han}/u.test(name) ? [...name][0] : undefined;
  let shown = text;
  for (const one of known) shown = shown.replaceAll(one, mask);
  for (const pattern of patterns) shown = shown.replace(pattern, mask);
  if (family) shown = shown.replace(new RegExp(`${family}(先生|女士|小姐|太太|阿姨|大爷|某+)`, 'gu'), mask);
  return shown.replace(surname, `${mask}$2`);
}
