/** Chinese words of the pages that everybody opens first. */
import { account } from './account.js';
import { desks } from './desks.js';
import { inboxPage } from './inbox.js';
import { matters } from './matters.js';
import { pages } from './pages.js';
import { papers } from './papers.js';
import { faults, refusals } from './refusals.js';
import { terms } from './terms.js';

export const first = {
  ...terms,
  ...pages,
  ...account,
  ...inboxPage,
  ...papers,
  ...matters,
  ...desks,
  refusal: refusals,
  fault: faults,
};
