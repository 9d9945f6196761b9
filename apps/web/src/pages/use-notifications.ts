import type { Notifications } from '@hejie/reminders/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';

const EVERY_MS = 30_000;

export type NotificationView = Notifications['items'][number];

/** The inbox of who is signed in. */
export function useNotifications(enabled: boolean) {
  const { i18n } = useTranslation(); // the server words them
  return useQuery({ queryKey: ['notifications', i18n.language], queryFn: () => api.get<Notifications>('/notifications'), refetchInterval: EVERY_MS, enabled });
}
