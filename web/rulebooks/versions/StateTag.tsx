import { now } from '../../api/clock.js';
import type { Version } from '../../api/shapes.js';
import { wallOf } from '../../parts/time.js';
import { useWords, type WordsInUse } from '../../parts/words.js';

/** Draft, approved, in force, past, withdrawn. */
export function StateTag({ version }: { version: Version }) {
  const { t } = useWords();
  const state = stateOf(version);
  return <span className={`version-state ${state}`}>{t(`versions.state.${state}`)}</span>;
}

/** Draft, approved and to come, in force, past, withdrawn. */
export function stateOf({ state, inForce }: Version): string {
  if (state !== 'approved' || !inForce) return state;
  if (inForce.now) return 'inForce';
  return inForce.from !== undefined && Date.parse(inForce.from) > now() ? 'approved' : 'past';
}

/** From when until when it binds new complaints. */
export function sayForce({ inForce }: Version, { t }: WordsInUse): string {
  if (!inForce) return '';
  const { from, to } = inForce;
  if (from && to) return t('versions.fromTo', { from: dateOf(from), to: dateOf(to) });
  if (from) return t('versions.from', { from: dateOf(from) });
  return to ? t('versions.to', { to: dateOf(to) }) : t('versions.always');
}

const dateOf = (moment: string): string => wallOf(moment).date;
