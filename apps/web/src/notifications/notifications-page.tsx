import { useTranslation } from 'react-i18next';
import { Inbox } from './inbox.js';
import './texts.js';

export function NotificationsPage() {
  const { t } = useTranslation();
  return <main><h1>{t('notifications.title')}</h1><Inbox /></main>;
}
