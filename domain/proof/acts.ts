/** Acts 操作 by what they are about: operations of the API, and what has none of its own. */
export const actKinds = {
  /** Coming in and going. */
  signIn: ['logIn', 'logInFailed', 'logInLocked', 'secondFactorFailed', 'logOut', 'endSession', 'endOtherSessions'],
  account: [
    ...['changePassword', 'passwordFailed', 'confirmSecondFactor', 'renewRecoveryCodes', 'removeSecondFactor'],
    ...['resetSecondFactor', 'resetPassword', 'setEmail', 'grantToken', 'revokeToken'],
  ],
  /** The register of looks. */
  look: ['lookAtContact', 'decodePayloads'],
  audit: [
    ...['getHistory', 'getArchive', 'verifyComplaint', 'verifyComplaints', 'verifyChronicle', 'listAccess'],
    ...['exportSheet', 'eraseComplaint'],
  ],
  organisation: [
    ...['addNode', 'changeNode', 'closeNode', 'enterBase', 'importSheet', 'addPerson', 'changePerson'],
    ...['deactivatePerson', 'reactivatePerson', 'giveRoles', 'endRoles', 'substitute', 'endSubstitution', 'handOver'],
  ],
  regime: [
    ...['beginRulebook', 'draftRulebookVersion', 'changeRulebookDraft', 'discardRulebookDraft'],
    ...['approveRulebookVersion', 'withdrawRulebookVersion', 'moveComplaints', 'startBacktest', 'cancelBacktest'],
    ...['publishYear', 'changeNodeCalendar', 'stopBatch', 'undoBatch'],
    ...['saveStoryline', 'changeStoryline', 'dropStoryline'],
  ],
  /** Papers and matters. */
  work: [
    ...['completePaper', 'approvePaper', 'confirmPaper', 'returnPaper', 'issuePaper', 'correctPaper'],
    ...['receiveBulletin', 'receiveDuty', 'sayOfMatch', 'openPublicAddress', 'closePublicAddress'],
  ],
  house: [
    ...['addNoticeChannel', 'changeNoticeChannel', 'removeNoticeChannel', 'testNoticeChannel', 'settleUndelivered'],
    ...['settleAllUndelivered', 'retryTrouble', 'skipTrouble', 'reproject', 'resetWorkflow', 'resumeSchedule'],
  ],
} as const satisfies Record<string, readonly string[]>;

export type ActKind = keyof typeof actKinds;
