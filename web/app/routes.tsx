import { createBrowserRouter } from 'react-router';
import { NotFound } from '../parts/States.js';
import { Crash } from './Crash.js';
import { Home, RequireSession } from './RequireSession.js';

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
            lazy: async () => ({ Component: (await import('../complaints/Complaints.js')).Complaints }),
          },
          { path: '/complaints/new', lazy: async () => ({ Component: (await import('../file/File.js')).File }) },
          {
            path: '/complaints/:id',
            lazy: async () => ({ Component: (await import('../complaint/ComplaintPage.js')).ComplaintPage }),
          },
          {
            path: '/complaints/:id/review',
            lazy: async () => ({ Component: (await import('../complaint/review/ReviewPage.js')).ReviewPage }),
          },
          { path: '/board', lazy: async () => ({ Component: (await import('../board/Board.js')).Board }) },
          {
            path: '/bulletins',
            lazy: async () => ({ Component: (await import('../bulletins/Bulletins.js')).Bulletins }),
          },
          {
            path: '/bulletins/:id',
            lazy: async () => ({ Component: (await import('../bulletins/Bulletins.js')).BulletinPage }),
          },
          {
            path: '/duties',
            lazy: async () => ({ Component: (await import('../duties/Duties.js')).Duties }),
          },
          {
            path: '/duties/:id',
            lazy: async () => ({ Component: (await import('../duties/Duties.js')).DutyPage }),
          },
          {
            path: '/rulebooks',
            lazy: async () => ({ Component: (await import('../rulebooks/Rulebooks.js')).Rulebooks }),
          },
          {
            path: '/rulebooks/:id',
            lazy: async () => ({ Component: (await import('../rulebooks/RulebookPage.js')).RulebookPage }),
          },
          {
            path: '/calendars',
            lazy: async () => ({ Component: (await import('../calendar/CalendarPage.js')).CalendarPage }),
          },
          {
            path: '/rulebooks/:id/versions/:version',
            lazy: async () => ({ Component: (await import('../rulebooks/versions/VersionPage.js')).VersionPage }),
          },
          {
            path: '/rehearsal',
            lazy: async () => ({ Component: (await import('../rehearsal/Rehearsal.js')).Rehearsal }),
          },
          {
            path: '/figures',
            lazy: async () => ({ Component: (await import('../figures/Figures.js')).Figures }),
          },
          {
            path: '/complaints/:id/history',
            lazy: async () => ({ Component: (await import('../history/History.js')).History }),
          },
          {
            path: '/proof',
            lazy: async () => ({ Component: (await import('../proof/ProofPage.js')).ProofPage }),
          },
          {
            path: '/account',
            lazy: async () => ({ Component: (await import('../account/Account.js')).AccountPage }),
          },
          { path: '/inbox', lazy: async () => ({ Component: (await import('../inbox/Inbox.js')).Inbox }) },
          {
            path: '/notice-preferences',
            lazy: async () => ({ Component: (await import('../notices/Preferences.js')).Preferences }),
          },
          {
            path: '/notice-channels',
            lazy: async () => ({ Component: (await import('../notices/Channels.js')).Channels }),
          },
          {
            path: '/organisation',
            lazy: async () => ({ Component: (await import('../organisation/OrganisationPage.js')).OrganisationPage }),
          },
          {
            path: '/people/:id',
            lazy: async () => ({ Component: (await import('../organisation/PersonPage.js')).PersonPage }),
          },
          { path: '/watch', lazy: async () => ({ Component: (await import('../watch/Watch.js')).Watch }) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
