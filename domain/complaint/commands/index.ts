/** All commands by name. Adding one is adding its file and a line here. */
import type { Command } from '../command.js';
import { accept } from './accept.js';
import { acknowledge } from './acknowledge.js';
import { agree } from './agree.js';
import { appeal } from './appeal.js';
import { approve } from './approve.js';
import { approveReply } from './approveReply.js';
import { arrive } from './arrive.js';
import { attach } from './attach.js';
import { changeRulebook } from './changeRulebook.js';
import { closeSheet } from './closeSheet.js';
import { comment } from './comment.js';
import { compensate } from './compensate.js';
import { complete } from './complete.js';
import { conclude } from './conclude.js';
import { confirmRecord } from './confirmRecord.js';
import { contact } from './contact.js';
import { decideAppeal } from './decideAppeal.js';
import { disagree } from './disagree.js';
import { dispatch } from './dispatch.js';
import { draftReply } from './draftReply.js';
import { escalate } from './escalate.js';
import { exemptRevisit } from './exemptRevisit.js';
import { feedBack } from './feedBack.js';
import { grantExtension } from './grantExtension.js';
import { issueSheet } from './issueSheet.js';
import { lowerSeverity } from './lowerSeverity.js';
import { markUnclosed } from './markUnclosed.js';
import { merge } from './merge.js';
import { passOn } from './passOn.js';
import { penalise } from './penalise.js';
import { propose } from './propose.js';
import { pursue } from './pursue.js';
import { reassign } from './reassign.js';
import { recordFact } from './recordFact.js';
import { recordFindings } from './recordFindings.js';
import { recuse } from './recuse.js';
import { refuseComplaint } from './refuse.js';
import { refuseExtension } from './refuseExtension.js';
import { reinstate } from './reinstate.js';
import { reopen } from './reopen.js';
import { reply } from './reply.js';
import { requestExtension } from './requestExtension.js';
import { resume } from './resume.js';
import { returnPlan } from './returnPlan.js';
import { returnReply } from './returnReply.js';
import { revisit } from './revisit.js';
import { sendBack } from './sendBack.js';
import { settle } from './settle.js';
import { submitReport } from './submitReport.js';
import { supervise } from './supervise.js';
import { suspend } from './suspend.js';
import { takeOver } from './takeOver.js';
import { unmerge } from './unmerge.js';
import { verify } from './verify.js';
import { withdraw } from './withdraw.js';
import { writeOff } from './writeOff.js';

const all: Command[] = [
  acknowledge,
  settle,
  accept,
  refuseComplaint,
  dispatch,
  takeOver,
  sendBack,
  arrive,
  recordFindings,
  propose,
  approve,
  returnPlan,
  draftReply,
  approveReply,
  returnReply,
  reply,
  agree,
  disagree,
  complete,
  verify,
  feedBack,
  revisit,
  exemptRevisit,
  reopen,
  withdraw,
  markUnclosed,
  pursue,
  writeOff,
  reinstate,
  escalate,
  recordFact,
  lowerSeverity,
  suspend,
  resume,
  requestExtension,
  grantExtension,
  refuseExtension,
  recuse,
  reassign,
  supervise,
  merge,
  unmerge,
  passOn,
  comment,
  attach,
  submitReport,
  confirmRecord,
  contact,
  conclude,
  issueSheet,
  closeSheet,
  compensate,
  penalise,
  appeal,
  decideAppeal,
  changeRulebook,
];

export const commands: Record<string, Command> = Object.fromEntries(all.map((one) => [one.name, one]));
export const commandNames = all.map(({ name }) => name);
