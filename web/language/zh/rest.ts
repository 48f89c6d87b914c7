/** Chinese words of all other pages, fetched with the first of them. */
import { accountPage } from './account-page.js';
import { again } from './again.js';
import { boardPage } from './board.js';
import { calendarPage } from './calendar.js';
import { complaintPage } from './complaint.js';
import { eventNames, events } from './events.js';
import { erase } from './erase.js';
import { fields } from './fields.js';
import { notices } from './notices.js';
import { organisationPage } from './organisation.js';
import { particulars } from './particulars.js';
import { proofPage } from './proof.js';
import { ahead, rehearsal, stories } from './rehearsal.js';
import { rulebookPages } from './rulebooks.js';
import { differences } from './differences.js';
import { backtest, process, versions } from './versions.js';
import { rightsPage } from './rights.js';
import { watchPage } from './watch.js';

export const rest = {
  ...accountPage,
  ...boardPage,
  ...complaintPage,
  ...calendarPage,
  ...particulars,
  ...proofPage,
  ...watchPage,
  ...notices,
  ...rulebookPages,
  ...rightsPage,
  ...organisationPage,
  event: events,
  eventName: eventNames,
  field: fields,
  again,
  erase,
  rehearsal,
  ahead,
  stories,
  process,
  versions,
  backtest,
  differences,
};
