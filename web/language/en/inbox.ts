import type { inboxPage as words } from '../zh/inbox.js';

export const inboxPage: typeof words = {
  inbox: {
    title: 'Inbox',
    lead: 'What concerns you, one line for one complaint',
    which: 'Which notices',
    all: 'All',
    unread: 'Unread',
    readAll: 'Mark all as read',
    preferences: 'How I am told',
    none: 'Nothing yet',
    noneUnread: 'Nothing unread',
    noneHint: 'New work, urgings and deadlines will show here.',
    house: 'System',
    page: { noticeChannels: 'Open Channels' },
    count: '{{count}} in all',
    unreadCount: '{{count}} unread',
    unreadMany: 'more than 99 unread',
    open: 'Open the complaint',
    paper: 'Open the paper',
  },
};
