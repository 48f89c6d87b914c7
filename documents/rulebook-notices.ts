/** What makes sense in a rulebook's notices. */
import { clockDefinition, clockNames } from '../domain/complaint/clocks.js';
import { outcomes } from '../domain/complaint/state.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { severities, tiers } from '../domain/rulebook/rulebook.js';
import type { Said } from './problem.js';
import type { SenseProblem } from './rulebook-sense.js';
import { eventTypes, noEvent } from './rulebook-words.js';

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
    const wrong = problemOf(type, more);
    return wrong ? [{ path: ['notices', mark], ...wrong }] : [];
  });
}

function problemOf(type: string, more: string | undefined): Said | undefined {
  if (!known.includes(type)) return noEvent(type, known);
  if (more === undefined) return undefined;
  if (byClock.includes(type)) {
    if (clockDefinition(more)) return undefined;
    return {
      message: `there is no clock "${more}"; write one of ${clockNames.join(', ')}, resolve.… or report.…`,
      zh: `没有时钟“${more}”：请写 ${clockNames.join(', ')}、resolve.… 或 report.…`,
    };
  }
  const choices = closer[type];
  if (!choices)
    return {
      message: `nothing stands behind ${type}: write ${type} alone`,
      zh: `${type} 后面不带别的：请只写 ${type}`,
    };
  if (choices.includes(more)) return undefined;
  const some = choices.join(', ');
  return { message: `"${more}" is unknown; choose one of ${some}`, zh: `没有“${more}”：可以写 ${some}` };
}
