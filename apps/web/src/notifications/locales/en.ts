/** What the inbox says, in English. */
export const en: Readonly<Record<string, string>> = {
  'notifications.title': 'Inbox',
  'notifications.unread': '{{count}} unread',
  'notifications.markRead': 'Mark all as read',
  'notifications.empty': 'Nothing yet. You will be told here when your case moves.',
  'notifications.new': 'Unread',
};
