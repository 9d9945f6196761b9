import type { Notifications } from '@hejie/reminders/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { isLive } from '../realtime/socket.js';

/** How often the server is asked: it tells of changes itself while the socket is connected. */
const WHEN_LIVE_MS = 300_000;
const OTHERWISE_MS = 30_000;

export type NotificationView = Notifications['items'][number];

/** The inbox of who is signed in. */
export function useNotifications(enabled: boolean) {
  const { i18n } = useTranslation(); // the server words them
  return useQuery({ queryKey: ['notifications', i18n.language], queryFn: () => api.get<Notifications>('/notifications'), refetchInterval: () => (isLive() ? WHEN_LIVE_MS : OTHERWISE_MS), enabled });
}
