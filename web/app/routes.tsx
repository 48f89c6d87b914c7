import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { NotFound } from '../parts/States.js';
import { allWords } from '../language/index.js';
import { Crash } from './Crash.js';
import { Home, RequireSession } from './RequireSession.js';
import { Titled } from './Titled.js';
import { titles } from './titles.js';

type Load = () => Promise<ComponentType>;

/** One that everybody opens first: its words are there. */
const first = (path: keyof typeof titles, load: Load) => ({
  path,
  handle: { title: titles[path] },
  lazy: async () => ({ Component: await load() }),
});

/** A page beyond the first ones: it comes with the words of all of them. */
const page = (path: keyof typeof titles, load: Load) => ({
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
      first('/login', async () => (await import('../login/Login.js')).Login),
      {
        Component: RequireSession,
        children: [
          { index: true, Component: Home },
          first('/tasks', async () => (await import('../tasks/Tasks.js')).Tasks),
          page('/complaints', async () => (await import('../complaints/Complaints.js')).Complaints),
          page('/complaints/new', async () => (await import('../file/File.js')).File),
          page('/complaints/:id', async () => (await import('../complaint/ComplaintPage.js')).ComplaintPage),
          page('/complaints/:id/review', async () => (await import('../complaint/review/ReviewPage.js')).ReviewPage),
          page('/board', async () => (await import('../board/Board.js')).Board),
          page('/bulletins', async () => (await import('../bulletins/Bulletins.js')).Bulletins),
          page('/bulletins/:id', async () => (await import('../bulletins/Bulletins.js')).BulletinPage),
          page('/duties', async () => (await import('../duties/Duties.js')).Duties),
          page('/duties/:id', async () => (await import('../duties/Duties.js')).DutyPage),
          page('/rulebooks', async () => (await import('../rulebooks/Rulebooks.js')).Rulebooks),
          page('/rulebooks/:id', async () => (await import('../rulebooks/RulebookPage.js')).RulebookPage),
          page('/rights', async () => (await import('../rights/RightsPage.js')).RightsPage),
          page('/calendars', async () => (await import('../calendar/CalendarPage.js')).CalendarPage),
          page(
            '/rulebooks/:id/versions/:version',
            async () => (await import('../rulebooks/versions/VersionPage.js')).VersionPage,
          ),
          page('/rehearsal', async () => (await import('../rehearsal/Rehearsal.js')).Rehearsal),
          page('/figures', async () => (await import('../figures/Figures.js')).Figures),
          page('/complaints/:id/history', async () => (await import('../history/History.js')).History),
          page('/proof', async () => (await import('../proof/ProofPage.js')).ProofPage),
          page('/account', async () => (await import('../account/Account.js')).AccountPage),
          page('/inbox', async () => (await import('../inbox/Inbox.js')).Inbox),
          page('/notice-preferences', async () => (await import('../notices/Preferences.js')).Preferences),
          page('/notice-channels', async () => (await import('../notices/Channels.js')).Channels),
          page('/organisation', async () => (await import('../organisation/OrganisationPage.js')).OrganisationPage),
          page('/people/:id', async () => (await import('../organisation/PersonPage.js')).PersonPage),
          page('/watch', async () => (await import('../watch/Watch.js')).Watch),
          { path: '*', handle: { title: titles['*'] }, element: <NotFound /> },
        ],
      },
    ],
  },
]);
