/** By which channel each reading route could tell of a complaint. What is not here is a failure, with what to add. */
import { ways } from '../../../domain/notice/notice.js';
import type { Operation } from '../operations.js';

/**
 * `record`: one complaint by its id. `list`, `search`, `count`: many, those that have certain words, or how many there are.
 * `inbox`: what somebody was told. `paper`: what was issued, as a page and as files. `sheet`: tables that leave. `published`: what
 * residents read. `house`: of no complaint.
 */
export const channels = [
  ...['record', 'list', 'search', 'count', 'inbox', 'paper', 'archive', 'attachment', 'stream', 'sheet'],
  ...['published', 'house'],
] as const;
export type Channel = string;

const lines: [Channel, string][] = [
  [
    'record',
    `getComplaint listEvents getLedger listDeadlines explainDeadline getMatter listLikeCases verifyComplaint getHistory`,
  ],
  [
    'list',
    'listComplaints listTasks listWaitingMatches listActs getBacktest listComparisons getBatch listBatches listBacktests',
  ],
  ['list', 'listOpenWork listUndelivered getWatch listPoints'],
  ['search', 'listSimilar'],
  ['count', 'getOverview getServiceFigures getSurveyFigures getBoard getProof verifyChronicle verifyComplaints'],
  ['inbox', 'listInbox countUnread readThread'],
  ['paper', 'listBulletins getBulletin getBulletinDocx getBulletinPdf listDuties getDuty getDutyDocx getDutyPdf'],
  ['archive', 'getArchive'],
  ['attachment', 'getFile'],
  ['stream', 'streamEvents'],
  ['sheet', 'exportSheet'],
  ['published', 'readPublic readPublicOf readPublicPage readPublicPageOf'],
  [
    'house',
    `getAccount listSessions listCalendars listYearVersions getCalendar listCommands listDutyPeriods isLive isReady
     listNodeCalendars listNodeCalendarVersions listNoticeChannels readNoticePreferences listAccess listNodes getNode
     listPeople getPerson listProjects getPublicAddress getRights listRulebooks getRulebook getProcess listStorylines
     listRulebookVersions getRulebookVersion compareRulebookVersions getSession goToProvider comeFromProvider leaveProvider
     getSignInWays listSavedStorylines getSavedStoryline listTokens listUsers`,
  ],
];

export const channelOf: Record<string, Channel> = Object.fromEntries(
  lines.flatMap(([channel, ids]) => ids.split(/\s+/).map((id) => [id, channel])),
);

/** What may come by a channel besides JSON. */
const media: Record<string, Channel[]> = {
  'application/zip': ['archive'],
  'application/octet-stream': ['attachment', 'sheet'],
  'application/pdf': ['paper'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['paper'],
  'text/event-stream': ['stream'],
  'text/html': ['published'],
};

/** How notices leave; each is looked at in the queue. */
const knownWays = ['inbox', 'email', 'robot', 'webhook'];

/** What is not covered, in sentences that say what to add. */
export function uncovered(operations: readonly Operation[]): string[] {
  const here = 'tests/api/matrix/channels.ts';
  const reads = operations.filter(({ method }) => method === 'GET');
  const ids = reads.map(({ id }) => id);
  return [
    ...reads
      .filter(({ id }) => !(id in channelOf))
      .map(
        ({ id, path }) => `GET ${path}: add "${id}" to a channel in ${here}; to "house" if it can tell of no complaint`,
      ),
    ...Object.keys(channelOf)
      .filter((id) => !ids.includes(id))
      .map((id) => `"${id}" is no route any more: take it out of ${here}`),
    ...Object.entries(channelOf)
      .filter(([, channel]) => !(channels as readonly string[]).includes(channel))
      .map(
        ([id, channel]) =>
          `"${channel}" of "${id}" is no channel: add it in ${here} and look at it in tests/api/channels.test.ts`,
      ),
    ...operations.flatMap(({ id, path, answers }) =>
      answers
        .filter((type) => type !== 'application/json' && !media[type]?.includes(channelOf[id] ?? ''))
        .map(
          (type) =>
            `${path} answers ${type}: say in ${here} by which channel, and read it in tests/api/channels.test.ts`,
        ),
    ),
    ...ways
      .filter((way) => !knownWays.includes(way))
      .map(
        (way) =>
          `notices go by ${way}: add it to ${here}, and somebody who is told by it to tests/api/channels.test.ts`,
      ),
  ];
}
