import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { NotFound } from '../parts/States.js';
import { allWords } from '../language/index.js';
import { Crash } from './Crash.js';
import { Home, RequireSession } from './RequireSession.js';
import { Titled } from './Titled.js';
import { titles } from './titles.js';

interface Page {
  path: keyof typeof titles;
  load: () => Promise<ComponentType>;
}

/** One that everybody opens first: its words are there. */
const first = ({ path, load }: Page) => ({
  path,
  handle: { title: titles[path] },
  lazy: async () => ({ Component: await load() }),
});

/** A page beyond the first ones: it comes with the words of all of them. */
const page = ({ path, load }: Page) => ({
  path,
  handle: { title: titles[path] },
  lazy: async () => {
    const [Component] = await Promise.all([load(), allWords()]);
    return { Component };
  },
});

/** Each page is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    Component: Titled,
    errorElement: <Crash />,
    HydrateFallback: () => null,
    children: [
      first({ path: '/login', load: async () => (await import('../login/Login.js')).Login }),
      {
        Component: RequireSession,
        children: [
          { index: true, Component: Home },
          first({ path: '/tasks', load: async () => (await import('../tasks/Tasks.js')).Tasks }),
          page({ path: '/complaints', load: async () => (await import('../complaints/Complaints.js')).Complaints }),
          page({ path: '/complaints/new', load: async () => (await import('../file/File.js')).File }),
          page({
            path: '/complaints/:id',
            load: async () => (await import('../complaint/ComplaintPage.js')).ComplaintPage,
          }),
          page({
            path: '/complaints/:id/review',
            load: async () => (await import('../complaint/review/ReviewPage.js')).ReviewPage,
          }),
          page({ path: '/board', load: async () => (await import('../board/Board.js')).Board }),
          page({ path: '/bulletins', load: async () => (await import('../bulletins/Bulletins.js')).Bulletins }),
          page({ path: '/bulletins/:id', load: async () => (await import('../bulletins/Bulletins.js')).BulletinPage }),
          page({ path: '/duties', load: async () => (await import('../duties/Duties.js')).Duties }),
          page({ path: '/duties/:id', load: async () => (await import('../duties/Duties.js')).DutyPage }),
          page({ path: '/rulebooks', load: async () => (await import('../rulebooks/Rulebooks.js')).Rulebooks }),
          page({
            path: '/rulebooks/:id',
            load: async () => (await import('../rulebooks/RulebookPage.js')).RulebookPage,
          }),
          page({ path: '/rights', load: async () => (await import('../rights/RightsPage.js')).RightsPage }),
          page({ path: '/calendars', load: async () => (await import('../calendar/CalendarPage.js')).CalendarPage }),
          page({
            path: '/rulebooks/:id/versions/:version',
            load: async () => (await import('../rulebooks/versions/VersionPage.js')).VersionPage,
          }),
          page({ path: '/rehearsal', load: async () => (await import('../rehearsal/Rehearsal.js')).Rehearsal }),
          page({ path: '/figures', load: async () => (await import('../figures/Figures.js')).Figures }),
          page({ path: '/complaints/:id/history', load: async () => (await import('../history/History.js')).History }),
          page({ path: '/proof', load: async () => (await import('../proof/ProofPage.js')).ProofPage }),
          page({ path: '/account', load: async () => (await import('../account/Account.js')).AccountPage }),
          page({ path: '/inbox', load: async () => (await import('../inbox/Inbox.js')).Inbox }),
          page({
            path: '/notice-preferences',
            load: async () => (await import('../notices/Preferences.js')).Preferences,
          }),
          page({ path: '/notice-channels', load: async () => (await import('../notices/Channels.js')).Channels }),
          page({
            path: '/organisation',
            load: async () => (await import('../organisation/OrganisationPage.js')).OrganisationPage,
          }),
          page({ path: '/people/:id', load: async () => (await import('../organisation/PersonPage.js')).PersonPage }),
          page({ path: '/watch', load: async () => (await import('../watch/Watch.js')).Watch }),
          { path: '*', handle: { title: titles['*'] }, element: <NotFound /> },
        ],
      },
    ],
  },
]);
