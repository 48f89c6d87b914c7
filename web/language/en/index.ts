import { account } from './account.js';
import { accountPage } from './account-page.js';
import type { Words } from '../zh/index.js';
import { calendarPage } from './calendar.js';
import { complaintPage } from './complaint.js';
import { again } from './again.js';
import { desks } from './desks.js';
import { eventNames, events } from './events.js';
import { erase } from './erase.js';
import { fields } from './fields.js';
import { matters } from './matters.js';
import { inboxPage } from './inbox.js';
import { notices } from './notices.js';
import { organisationPage } from './organisation.js';
import { pages } from './pages.js';
import { papers } from './papers.js';
import { ahead, rehearsal, stories } from './rehearsal.js';
import { particulars } from './particulars.js';
import { proofPage } from './proof.js';
import { watchPage } from './watch.js';
import { rightsPage } from './rights.js';
import { faults, refusals } from './refusals.js';
import { terms } from './terms.js';
import { rulebookPages } from './rulebooks.js';
import { differences } from './differences.js';
import { backtest, process, versions } from './versions.js';

export const en: Words = {
  ...terms,
  ...pages,
  ...account,
  ...accountPage,
  ...inboxPage,
  ...notices,
  ...rulebookPages,
  ...papers,
  ...complaintPage,
  ...calendarPage,
  ...particulars,
  ...matters,
  ...desks,
  again,
  erase,
  ...proofPage,
  ...watchPage,
  ...rightsPage,
  ...organisationPage,
  event: events,
  eventName: eventNames,
  refusal: refusals,
  fault: faults,
  field: fields,
  rehearsal,
  ahead,
  stories,
  process,
  versions,
  backtest,
  differences,
};
