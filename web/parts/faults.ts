import type { WordsInUse } from './words.js';

/** What the server says of a field, by how it begins: it says so in English. */
const kinds: [RegExp, string][] = [
  [/must have at least (\d+) characters/, 'tooShort'],
  [/is known from breaches/, 'knownPassword'],
  [/is easy to guess/, 'guessable'],
  [/is the password that you have/, 'samePassword'],
  [/is not your password/, 'notYours'],
  [/is not the code of now/, 'notTheCode'],
  [/lies outside \d/, 'outside'],
  [/overlaps with/, 'overlaps'],
  [/is worked anyway/, 'workedAnyway'],
  [/is named twice/, 'twice'],
  [/must be a date/, 'date'],
  [/must be 1 to 31|must be an integer/, 'days'],
  [/must be a name of/, 'name'],
  [/at least one holiday/, 'holiday'],
  [/time of opening|later than opening/, 'hours'],
  [/begin with https/, 'https'],
  [/this machine or network/, 'inside'],
  [/not what .* gives for a robot/, 'robot'],
  [/is no address|carry a user/, 'address'],
  [/^is missing: DingTalk|whsec_/, 'secret'],
  [/one e-mail address/, 'email'],
  [/none of your organisation/, 'node'],
  [/^is missing|^is required|must not be blank|must not be null|should not be (empty|null)/, 'required'],
  [/must be a phone number/, 'phone'],
  [/must be an email/, 'email'],
  [/at most (\d+) characters|shorter than or equal to (\d+)/, 'long'],
  [/at least (\d+)$|not be less than (\d+)/, 'least'],
  [/later than it arrived/, 'because'],
  [/in the future/, 'future'],
  [/too far in the past/, 'past'],
  [/must be later than/, 'later'],
  [/time with an offset|ISO 8601/, 'moment'],
  [/is no complaint/, 'complaint'],
  [/is the complaint itself|merged into itself/, 'itself'],
  [/is no user/, 'user'],
  [/managed project/, 'project'],
  [/one of|none of this rulebook/, 'choice'],
];

/** The same in the reader's language; English as it came, so that nothing is lost. */
export function sayFault(message: string, { t, zh }: WordsInUse): string {
  if (!zh || /\p{Script=Han}/u.test(message)) return message;
  for (const [pattern, kind] of kinds) {
    const match = pattern.exec(message);
    if (match) return t(`fault.${kind}`, { n: match.slice(1).find(Boolean) });
  }
  return t('fault.other', { message });
}
