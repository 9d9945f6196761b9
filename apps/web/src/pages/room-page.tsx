import type { RoomView } from '@hejie/rooms/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { Chat } from './chat.js';
import '../chat/texts.js';

export function RoomPage() {
  const { t } = useTranslation();
  const { id } = useParams<{ id: string }>();
  const room = useQuery({ queryKey: ['room', id], queryFn: () => api.get<RoomView>(`/rooms/${id}`) });
  return (
    <main className="talk-page">
      {room.data ? <p><Link href={`/cases/${room.data.caseId}`}>← {room.data.caseNumber}</Link></p> : null}
      <h1 className="visually-hidden">{t('room.title')}</h1>
      <Chat roomId={id} />
    </main>
  );
}
