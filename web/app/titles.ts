/** What each page is called in the browser's tab, by its route: a key of the first words. */
export const titles = {
  '/login': 'login.title',
  '/tasks': 'nav.tasks',
  '/complaints': 'nav.complaints',
  '/complaints/new': 'nav.file',
  '/complaints/:id': 'title.complaint',
  '/complaints/:id/review': 'review.title',
  '/complaints/:id/history': 'title.history',
  '/board': 'nav.board',
  '/bulletins': 'nav.bulletins',
  '/bulletins/:id': 'title.bulletin',
  '/duties': 'nav.duties',
  '/duties/:id': 'title.duty',
  '/rulebooks': 'nav.rulebooks',
  '/rulebooks/:id': 'title.rulebook',
  '/rulebooks/:id/versions/:version': 'title.version',
  '/rights': 'nav.rights',
  '/calendars': 'nav.calendars',
  '/rehearsal': 'nav.rehearsal',
  '/figures': 'nav.figures',
  '/proof': 'nav.proof',
  '/account': 'me.title',
  '/inbox': 'nav.inbox',
  '/notice-preferences': 'title.preferences',
  '/notice-channels': 'nav.channels',
  '/organisation': 'nav.organisation',
  '/people/:id': 'title.person',
  '/watch': 'nav.watch',
  '*': 'state.notFound',
} as const;

/** 回音 · TS-2026-0001 · 投诉: the house, what of its kind it is, and the page. */
export const sayTitle = (house: string, page: string | undefined, own: string): string =>
  [house, own, page].filter(Boolean).join(' · ');
