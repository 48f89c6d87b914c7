/**
 * What a password must be. Length counts, what it is made of does not (NIST SP 800-63B, 5.1.1.2): 12 characters alone,
 * 8 beside a second factor; none that is known from breaches or that anybody would guess of this person.
 */
export type PasswordFault = 'too-short' | 'same-as-before' | 'known-password' | 'guessable-password';

export const leastAlone = 12;
export const leastWithSecondFactor = 8;

interface About {
  /** Characters at least. */
  least: number;
  /** Whether a word in lower case is among the passwords that were breached. */
  isKnown: (word: string) => boolean;
  /** Of the person and their place: user name, name, project. */
  words: string[];
}

// of the product and the trade
const ourWords = [
  'huiyin',
  '回音',
  'wuye',
  '物业',
  'tousu',
  '投诉',
  'complaint',
  'password',
  'mima',
  '密码',
  'admin',
  '管理员',
];
const fewest = 5; // different characters

/** What is wrong with a password; undefined: nothing. */
export function passwordFault(password: string, { least, isKnown, words }: About): PasswordFault | undefined {
  if ([...password].length < least) return 'too-short';
  const folded = password.normalize('NFKC').toLowerCase();
  if (isKnown(folded) || isKnown(bare(folded)) || isKnown(repeated(folded))) return 'known-password';
  if (new Set(folded).size < fewest || isRun(folded)) return 'guessable-password';
  const rest = [...words, ...ourWords]
    .map((word) => word.normalize('NFKC').toLowerCase().trim())
    .filter((word) => [...word].length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ' '), folded);
  return rest !== folded && [...bare(rest)].length < fewest ? 'guessable-password' : undefined;
}

/** Without the digits and signs before and behind. */
const bare = (word: string): string => word.replace(/^[\P{L}]+|[\P{L}]+$/gu, '');

/** What is said several times: `abcabc` is `abc`. */
const repeated = (word: string): string => /^(.+?)\1+$/su.exec(word)?.[1] ?? word;

/** One after the other, up or down: `123456789012`, `abcdefghijkl`. */
function isRun(word: string): boolean {
  const steps = [...word].slice(1).map((character, i) => character.charCodeAt(0) - word.charCodeAt(i));
  const even = steps.filter((step) => Math.abs(step) === 1 || Math.abs(step) === 9);
  return even.length >= steps.length - 1;
}
