/** Every page, as somebody who may see it, with something on it; and the dialogs that are opened there. */
import type { Page } from 'playwright-core';
import { zh } from '../../web/language/zh/index.js';
import type { Contents } from './full-house.js';
import { carriedOut, stuck } from './given.js';

export interface Visit {
  /** Nobody: not signed in. */
  user?: string;
  path: (all: Contents) => string;
  /** There once the page has come with what it is to show. */
  shows: string;
  /** What the house answers in this visit and would otherwise take a year to. */
  given?: (page: Page, all: Contents) => Promise<void>;
  /** Each opens something over the page as it was fetched. */
  opens?: Record<string, (page: Page) => Promise<void>>;
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();
const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
const both =
  (...steps: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page);
  };

/** A command's form, by its button or from behind the one for more. */
const command = (name: string) => async (page: Page) => {
  await page.locator('.actions-row [data-command], .more-actions').first().waitFor();
  const button = page.locator(`.actions-row > [data-command=${name}]`);
  if (!(await button.count())) {
    await click('.more-actions')(page);
    await click(`.ant-dropdown:visible [data-command=${name}]`)(page);
  } else await button.click();
  await page.locator('.command-drawer').waitFor();
};

/** By route as `web/app/routes.tsx` writes it. */
export const visits: Record<string, Visit[]> = {
  '/login': [
    {
      path: () => '/login',
      shows: '#username',
      opens: {
        wrong: both(click('button[type=submit]'), async (page) => page.locator('.entry-error').first().waitFor()),
      },
    },
  ],
  '/tasks': [
    {
      user: 'supervisor',
      path: () => '/tasks',
      shows: '.pair-row',
      opens: {
        keys: async (page) => page.keyboard.press('?'),
        me: click('.me'),
      },
    },
    { user: 'handler', path: () => '/tasks', shows: '.task' },
  ],
  '/complaints': [
    {
      user: 'supervisor',
      path: () => '/complaints',
      shows: '.rows-body a',
      opens: { choice: async (page) => page.getByRole('combobox').first().click() },
    },
    { user: 'supervisor', path: () => '/complaints?q=没有这样的投诉', shows: '.blank' },
  ],
  '/complaints/new': [
    {
      user: 'reception',
      path: () => '/complaints/new',
      shows: '#text',
      opens: {
        wrong: both(click('[type=submit]'), async (page) => page.locator('[role=alert]').first().waitFor()),
        alike: both(
          async (page) => page.locator('#text').fill('三号楼二单元客梯停用了'),
          async (page) => page.locator('.similar .alike').first().waitFor(),
        ),
      },
    },
  ],
  '/complaints/:id': [
    {
      user: 'supervisor',
      path: ({ plan }) => `/complaints/${plan}`,
      shows: '.timeline .event',
      opens: {
        more: click('.more-actions'),
        returnPlan: command('returnPlan'),
        recordFact: command('recordFact'),
        suspend: command('suspend'),
        requestExtension: command('requestExtension'),
        merge: command('merge'),
        attach: command('attach'),
        why: click('.why-button'),
        ahead: both(press(zh.ahead.ask), async (page) => page.locator('.ahead .rehearsal-end').waitFor()),
        clause: click('button.clause'),
      },
    },
    { user: 'supervisor', path: ({ closed }) => `/complaints/${closed}`, shows: '.timeline .event' },
    {
      user: 'supervisor',
      path: ({ overdue }) => `/complaints/${overdue}`,
      shows: '.timeline .event',
      opens: { accept: command('accept'), refuse: command('refuse') },
    },
    {
      user: 'handler',
      path: ({ going }) => `/complaints/${going}`,
      shows: '.timeline .event',
      opens: { recordFindings: command('recordFindings'), recuse: command('recuse') },
    },
    { user: 'approver', path: ({ compensated }) => `/complaints/${compensated}`, shows: '[data-shows=compensation]' },
    { user: 'company', path: ({ penalised }) => `/complaints/${penalised}`, shows: '[data-shows=penalties]' },
    { user: 'supervisor', path: ({ appealed }) => `/complaints/${appealed}`, shows: '[data-shows=instances]' },
    {
      user: 'revisitor',
      path: ({ rated }) => `/complaints/${rated}`,
      shows: '.timeline .event',
      opens: { revisit: command('revisit') },
    },
    {
      user: 'auditor',
      path: ({ plan }) => `/complaints/${plan}`,
      shows: '.timeline .event',
      opens: { look: press(zh.complaint.look.button) },
    },
    { user: 'hq', path: ({ accusing }) => `/complaints/${accusing}`, shows: '.timeline .event' },
    {
      user: 'hq',
      path: ({ closed }) => `/complaints/${closed}`,
      shows: '.timeline .event',
      opens: { erase: press(zh.erase.button) },
    },
  ],
  '/complaints/:id/review': [
    {
      user: 'supervisor',
      path: ({ plan }) => `/complaints/${plan}/review`,
      shows: '.review-bar',
      opens: { approve: click('[data-command=approve]'), returnPlan: click('[data-command=returnPlan]') },
    },
  ],
  '/complaints/:id/history': [
    { user: 'auditor', path: ({ closed }) => `/complaints/${closed}/history`, shows: '.event' },
  ],
  '/board': [
    {
      user: 'hq',
      path: () => '/board',
      shows: '.severe-line',
      opens: { supervise: click('.severe-line [data-command=supervise]') },
    },
    { user: 'company', path: () => '/board?node=huadong&last=year', shows: '.board-table' },
  ],
  '/bulletins': [{ user: 'hq', path: () => '/bulletins', shows: '.papers-row' }],
  '/bulletins/:id': [
    { user: 'hq', path: ({ bulletin }) => `/bulletins/${bulletin}`, shows: '.paper .paper-number' },
    { user: 'company', path: ({ bulletin }) => `/bulletins/${bulletin}`, shows: '.paper .paper-number' },
  ],
  '/duties': [{ user: 'company', path: () => '/duties?show=all', shows: '.papers-row' }],
  '/duties/:id': [
    {
      user: 'supervisor',
      path: ({ publication }) => `/duties/${publication}`,
      shows: '.paper .paper-number',
      opens: { return: press(zh.paper.do.return) },
    },
    { user: 'company', path: ({ writeOff }) => `/duties/${writeOff}`, shows: '.paper .paper-number' },
    {
      user: 'hq',
      path: ({ writeOff }) => `/duties/${writeOff}`,
      shows: '.paper .paper-number',
      opens: { approve: press(zh.paper.do.approve) },
    },
    {
      user: 'hq',
      path: ({ writeOff }) => `/duties/${writeOff}?carried-out`,
      given: carriedOut,
      shows: '.batch',
      opens: { undo: press(zh.paper.writeOff.undo) },
    },
  ],
  '/rulebooks': [{ user: 'supervisor', path: () => '/rulebooks', shows: '.book' }],
  '/rulebooks/:id': [
    { user: 'supervisor', path: () => '/rulebooks/WY', shows: '.process svg .process-arrow' },
    {
      user: 'admin',
      path: () => '/rulebooks/HF',
      shows: '.version-list li',
      opens: { draft: press(zh.versions.draft) },
    },
  ],
  '/rulebooks/:id/versions/:version': [
    { user: 'admin', path: () => '/rulebooks/HF/versions/2', shows: '.cm-line' },
    {
      user: 'hq',
      path: () => '/rulebooks/HF/versions/2?tab=differences',
      shows: '[role=tabpanel]',
      opens: { approve: click('.version-tools .ant-btn-primary') },
    },
    { user: 'hq', path: () => '/rulebooks/HF/versions/2?tab=backtest', shows: '[role=tabpanel]' },
  ],
  '/rights': [
    { user: 'supervisor', path: () => '/rights', shows: '.rights-table .right', opens: { why: click('.right') } },
  ],
  '/calendars': [
    {
      user: 'hq',
      path: () => '/calendars?year=2031',
      shows: '.version',
      opens: { publish: press(zh.calendar.correct.replace('{{year}}', '2031')) },
    },
    {
      user: 'company',
      path: () => '/calendars?year=2026&node=huadong',
      shows: '.month',
      opens: { own: press(zh.calendar.changeOwn) },
    },
  ],
  '/rehearsal': [
    {
      user: 'supervisor',
      path: () => '/rehearsal?rulebook=WY',
      shows: '.rehearsal-form',
      opens: { step: press(zh.rehearsal.add) },
    },
    { user: 'supervisor', path: () => '/rehearsal?rulebook=WY&storyline=ladder-by-age', shows: '.expectations' },
  ],
  '/figures': [{ user: 'supervisor', path: () => '/figures', shows: '.figure-table' }],
  '/proof': [{ user: 'auditor', path: () => '/proof', shows: '.acts li' }],
  '/account': [
    {
      user: 'auditor',
      path: () => '/account',
      shows: '.account-card',
      opens: { factor: press(zh.account.factor.setUp), token: press(zh.account.tokens.add) },
    },
  ],
  '/inbox': [{ user: 'hq', path: () => '/inbox', shows: '.inbox-row', opens: { thread: click('.inbox-row button') } }],
  '/notice-preferences': [{ user: 'supervisor', path: () => '/notice-preferences', shows: '.preferences-form' }],
  '/notice-channels': [
    { user: 'admin', path: () => '/notice-channels', shows: '.page-head', opens: { add: press(zh.channels.add) } },
  ],
  '/organisation': [
    {
      user: 'admin',
      path: () => '/organisation?node=cuihu',
      shows: '.people-list li',
      opens: {
        import: click('.organisation-actions > .ant-btn >> nth=1'),
        add: press(zh.organisation.add),
        person: press(zh.people.add),
      },
    },
  ],
  '/people/:id': [
    {
      user: 'admin',
      path: () => '/people/handler',
      shows: '.places li',
      opens: {
        give: press(zh.people.give),
        substitute: press(zh.people.substitute),
        reset: press(zh.people.reset),
      },
    },
  ],
  '/watch': [
    {
      user: 'admin',
      path: () => '/watch',
      given: stuck,
      shows: '.stuck',
      opens: { reset: press(zh.watch.way.reset), skip: press(zh.watch.way.skip) },
    },
  ],
  '*': [{ user: 'auditor', path: () => '/nowhere', shows: '.blank' }],
};
