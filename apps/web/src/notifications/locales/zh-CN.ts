/** What the inbox says, in Chinese. */
export const zhCN: Readonly<Record<string, string>> = {
  'notifications.title': '消息',
  'notifications.unread': '{{count}} 条未读',
  'notifications.markRead': '全部标为已读',
  'notifications.empty': '还没有消息。办理有进展时会在这里告诉您。',
  'notifications.new': '未读',
};
