/** Who is let in by each route: whatever is not here is a failure. What they may do with a complaint then, the core decides. */
import type { Role } from '../../domain/rulebook/rulebook.js';

type Admitted = readonly Role[] | 'everybody' | 'signedIn';

const readers: Role[] = ['reception', 'supervisor', 'handler', 'approver', 'revisitor', 'company', 'hq', 'auditor'];

const lines: [Admitted, string][] = [
  [
    readers,
    `accept acknowledge agree appeal approve approvePaper approveReply arrive attach changeRulebook
     closeSheet comment compensate complete completePaper conclude confirmPaper confirmRecord contact
     correctPaper decideAppeal disagree dispatch draftReply escalate exemptRevisit explainDeadline
     feedBack getArchive getBulletin getBulletinDocx getBulletinPdf getComplaint getDuty getDutyDocx
     getDutyPdf getFile getLedger getMatter getOverview getPublicAddress getServiceFigures getSurveyFigures grantExtension
     issuePaper issueSheet listBulletins listComplaints listDeadlines listDuties listEvents listLikeCases
     listSimilar listTasks lookAtContact lowerSeverity markUnclosed merge passOn penalise propose pursue
     reassign receiveBulletin receiveDuty recordFact recordFindings recuse refuse refuseExtension
     rehearseComplaint reinstate reopen reply requestExtension resume returnPaper returnPlan returnReply
     revisit sendBack settle streamEvents submitReport supervise suspend takeOver unmerge verify withdraw
     writeOff`,
  ],
  [
    'signedIn',
    `changePassword changeStoryline checkRulebook compareRulebookVersions confirmSecondFactor countUnread
     dropStoryline endOtherSessions endSession file getAccount getCalendar getProcess getRulebook
     getRights getRulebookVersion getSavedStoryline getSession grantToken keepNoticePreferences listCalendars
     listCommands listDutyPeriods listInbox listNodeCalendarVersions listNodeCalendars listProjects
     listRulebookVersions listRulebooks listSavedStorylines listSessions listStorylines listTokens
     listUsers listYearVersions proposeSecondFactor readInbox readNoticePreferences readThread rehearse
     removeSecondFactor renewRecoveryCodes revokeToken saveStoryline sawSignIns`,
  ],
  [
    ['admin'],
    `addNode addNoticeChannel addPerson beginRulebook changeNode changeNoticeChannel changePerson
     changeRulebookDraft closeNode deactivatePerson discardRulebookDraft draftRulebookVersion endRoles
     endSubstitution enterBase exportSheet getNode getPerson getWatch giveRoles handOver importSheet
     listNodes listNoticeChannels listOpenWork listPeople listPoints listUndelivered previewSheet
     reactivatePerson removeNoticeChannel reproject resetPassword resetSecondFactor resetWorkflow setEmail resumeSchedule
     retryTrouble settleAllUndelivered settleUndelivered skipTrouble substitute testNoticeChannel`,
  ],
  [
    'everybody',
    `comeFromProvider getSignInWays giveSecondFactor goToProvider isLive isReady leaveProvider logIn
     logOut readPublic readPublicOf readPublicPage readPublicPageOf`,
  ],
  [
    ['reception', 'supervisor', 'handler', 'revisitor', 'company'],
    'tell_crewReported tell_factReported tell_followedUp tell_joined tell_sameMatterCounted tell_urged',
  ],
  [['company', 'hq', 'auditor', 'admin'], 'getBacktest getBatch listBacktests listBatches listComparisons'],
  [['company', 'hq', 'admin'], 'cancelBacktest changeNodeCalendar previewNodeCalendar startBacktest stopBatch'],
  [['hq', 'admin'], 'approveRulebookVersion previewYear publishYear withdrawRulebookVersion'],
  [['hq', 'auditor'], 'getProof verifyChronicle verifyComplaint verifyComplaints'],
  [['auditor'], 'decodePayloads getHistory listActs'],
  [['reception', 'supervisor', 'company'], 'listWaitingMatches sayOfMatch'],
  [['company', 'hq'], 'closePublicAddress moveComplaints openPublicAddress previewMoves'],
  [['company', 'hq', 'auditor'], 'getBoard'],
  [['hq'], 'eraseComplaint undoBatch'],
  [['reception', 'supervisor', 'handler', 'approver', 'revisitor', 'company'], 'bringFile'],
  [['auditor', 'admin'], 'listAccess'],
];

export const admitted: Record<string, Admitted> = Object.fromEntries(
  lines.flatMap(([by, ids]) => ids.split(/\s+/).map((id) => [id, by])),
);
