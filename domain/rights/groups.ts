/** The rows of the table of rights in the order of the work. */
export const rightGroups: Record<string, readonly string[]> = {
  see: ['see', 'seeRestricted', 'complainant'],
  receive: ['file', 'acknowledge', 'confirmRecord', 'settle', 'accept', 'refuse'],
  dispatch: ['dispatch', 'takeOver', 'sendBack', 'arrive', 'reassign', 'recuse'],
  handle: ['recordFindings', 'propose', 'approve', 'returnPlan', 'complete', 'verify'],
  answer: ['draftReply', 'approveReply', 'returnReply', 'reply', 'agree', 'disagree', 'contact', 'conclude'],
  follow: ['feedBack', 'revisit', 'exemptRevisit', 'reopen'],
  end: ['withdraw', 'markUnclosed', 'pursue', 'writeOff', 'reinstate'],
  raise: ['escalate', 'supervise', 'recordFact', 'lowerSeverity', 'submitReport'],
  time: ['suspend', 'resume', 'requestExtension', 'grantExtension', 'refuseExtension'],
  matter: ['merge', 'unmerge', 'passOn'],
  pay: ['compensate', 'penalise', 'appeal', 'decideAppeal'],
  record: ['comment', 'attach', 'issueSheet', 'closeSheet', 'changeRulebook'],
};
