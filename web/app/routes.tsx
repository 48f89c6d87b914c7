import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { NotFound } from '../parts/States.js';
import { allWords } from '../language/index.js';
import { Crash } from './Crash.js';
import { Home, RequireSession } from './RequireSession.js';

/** A page beyond the first ones: it comes with the words of all of them. */
const page = (load: () => Promise<ComponentType>) => async () => {
  const [Component] = await Promise.all([load(), allWords()]);
  return { Component };
};

/** Each page is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    errorElement: <Crash />,
    HydrateFallback: () => null,
    children: [
      { path: '/login', lazy: async () => ({ Component: (await import('../login/Login.js')).Login }) },
      {
        Component: RequireSession,
        children: [
          { index: true, Component: Home },
          { path: '/tasks', lazy: async () => ({ Component: (await import('../tasks/Tasks.js')).Tasks }) },
          {
            path: '/complaints',
            lazy: page(async () => (await import('../complaints/Complaints.js')).Complaints),
          },
          { path: '/complaints/new', lazy: page(async () => (await import('../file/File.js')).File) },
          {
            path: '/complaints/:id',
            lazy: page(async () => (await import('../complaint/ComplaintPage.js')).ComplaintPage),
          },
          {
            path: '/complaints/:id/review',
            lazy: page(async () => (await import('../complaint/review/ReviewPage.js')).ReviewPage),
          },
          { path: '/board', lazy: page(async () => (await import('../board/Board.js')).Board) },
          {
            path: '/bulletins',
            lazy: page(async () => (await import('../bulletins/Bulletins.js')).Bulletins),
          },
          {
            path: '/bulletins/:id',
            lazy: page(async () => (await import('../bulletins/Bulletins.js')).BulletinPage),
          },
          {
            path: '/duties',
            lazy: page(async () => (await import('../duties/Duties.js')).Duties),
          },
          {
            path: '/duties/:id',
            lazy: page(async () => (await import('../duties/Duties.js')).DutyPage),
          },
          {
            path: '/rulebooks',
            lazy: page(async () => (await import('../rulebooks/Rulebooks.js')).Rulebooks),
          },
          {
            path: '/rulebooks/:id',
            lazy: page(async () => (await import('../rulebooks/RulebookPage.js')).RulebookPage),
          },
          { path: '/rights', lazy: page(async () => (await import('../rights/RightsPage.js')).RightsPage) },
          {
            path: '/calendars',
            lazy: page(async () => (await import('../calendar/CalendarPage.js')).CalendarPage),
          },
          {
            path: '/rulebooks/:id/versions/:version',
            lazy: page(async () => (await import('../rulebooks/versions/VersionPage.js')).VersionPage),
          },
          {
            path: '/rehearsal',
            lazy: page(async () => (await import('../rehearsal/Rehearsal.js')).Rehearsal),
          },
          {
            path: '/figures',
            lazy: page(async () => (await import('../figures/Figures.js')).Figures),
          },
          {
            path: '/complaints/:id/history',
            lazy: page(async () => (await import('../history/History.js')).History),
          },
          {
            path: '/proof',
            lazy: page(async () => (await import('../proof/ProofPage.js')).ProofPage),
          },
          {
            path: '/account',
            lazy: page(async () => (await import('../account/Account.js')).AccountPage),
          },
          { path: '/inbox', lazy: page(async () => (await import('../inbox/Inbox.js')).Inbox) },
          {
            path: '/notice-preferences',
            lazy: page(async () => (await import('../notices/Preferences.js')).Preferences),
          },
          {
            path: '/notice-channels',
            lazy: page(async () => (await import('../notices/Channels.js')).Channels),
          },
          {
            path: '/organisation',
            lazy: page(async () => (await import('../organisation/OrganisationPage.js')).OrganisationPage),
          },
          {
            path: '/people/:id',
            lazy: page(async () => (await import('../organisation/PersonPage.js')).PersonPage),
          },
          { path: '/watch', lazy: page(async () => (await import('../watch/Watch.js')).Watch) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
