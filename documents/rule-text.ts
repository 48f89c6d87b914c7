/** Rules of a rulebook as people read them, in one line of English. */
import type { Expected, When } from '../domain/rulebook/condition.js';
import type { ClockRuleDocument } from '../domain/rulebook/document.js';
import type { Presence } from '../domain/rulebook/rulebook.js';

/** `2 working days, or the agreed date if sooner, from CustomerDisagreed`. */
export function periodText(rule: ClockRuleDocument): string {
  const from = rule.from ? `, from ${rule.from.join(' or ')}` : '';
  const aim = rule.aim ? `, warned at the aim of ${rule.aim}` : '';
  const agreed = rule.agreed ? `, or the agreed date${rule.agreed === 'sooner' ? ' if sooner' : ''}` : '';
  const extension = rule.extension ? `, extended by at most ${rule.extension.most}` : '';
  return `${rule.within}${agreed}${aim}${extension}${from}`;
}

/** A condition as people read it: `channel forum, category not repairs`. */
export function conditionText(when: When | undefined): string {
  if (!when) return '';
  if (Array.isArray(when)) return when.map(conditionText).join(' or ');
  return Object.entries(when)
    .map(([key, expected]) => `${key} ${expectedText(expected)}`)
    .join(', ');
}

/** Whether there is a stage: `always`, `never`, `optional`, `if complex true`. */
export function presenceText(presence: Presence | undefined): string {
  if (presence === undefined || presence === true) return 'always';
  if (presence === false) return 'never';
  return presence === 'optional' ? 'optional' : `if ${conditionText(presence)}`;
}

function expectedText(expected: Expected): string {
  if (Array.isArray(expected)) return expected.join(' or ');
  if (typeof expected !== 'object') return String(expected);
  return 'over' in expected ? `over ${expected.over}` : `not ${expectedText(expected.not)}`;
}
