/** 消息。 */
export const inboxPage = {
  inbox: {
    title: '消息',
    lead: '与您有关的通知，一件投诉一条',
    which: '显示哪些消息',
    all: '全部',
    unread: '未读',
    readAll: '全部标为已读',
    preferences: '通知设置',
    none: '还没有消息',
    noneUnread: '没有未读消息',
    noneHint: '有新的派单、催办或时限提醒时会显示在这里。',
    house: '系统消息',
    page: { noticeChannels: '打开“通知渠道”' },
    count: '共 {{count}} 条',
    unreadCount: '{{count}} 条未读',
    unreadMany: '99 条以上未读',
    open: '查看投诉',
    paper: '查看文书',
  },
};
