/** What makes sense in a rulebook's notices. */
import { clockDefinition, clockNames } from '../domain/complaint/clocks.js';
import { outcomes } from '../domain/complaint/state.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { severities, tiers } from '../domain/rulebook/rulebook.js';
import type { SenseProblem } from './rulebook-sense.js';
import { eventTypes } from './rulebook-words.js';

const byTime = ['DeadlineSet', 'DeadlineWarned', 'DeadlineMissed', 'SheetOverdue', 'FirstReceiverTold'];
const known = [...eventTypes, ...byTime];
const byClock = ['DeadlineSet', 'DeadlineWarned', 'DeadlineMissed', 'ExtensionGranted'];

/** What may stand behind the colon of an event. */
const closer: Record<string, readonly string[]> = {
  SeverityRaised: severities,
  Escalated: tiers,
  RevisitRecorded: outcomes,
};

/** Lines of the table that no event ever meets. */
export function noticeProblems({ notices = {} }: RulebookDocument): SenseProblem[] {
  return Object.keys(notices).flatMap((mark) => {
    const [type = '', ...rest] = mark.split(':');
    const more = rest.length > 0 ? rest.join(':') : undefined;
    const message = problemOf(type, more);
    return message ? [{ path: ['notices', mark], message }] : [];
  });
}

function problemOf(type: string, more: string | undefined): string | undefined {
  if (!known.includes(type)) return `there is no event "${type}"; known are ${known.join(', ')}`;
  if (more === undefined) return undefined;
  if (byClock.includes(type)) {
    if (clockDefinition(more)) return undefined;
    return `there is no clock "${more}"; write one of ${clockNames.join(', ')}, resolve.… or report.…`;
  }
  const choices = closer[type];
  if (!choices) return `nothing stands behind ${type}: write ${type} alone`;
  return choices.includes(more) ? undefined : `"${more}" is unknown; choose one of ${choices.join(', ')}`;
}
