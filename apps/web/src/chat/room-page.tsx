import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { ApiProblem } from '../api/client.js';
import { Failure } from '../design/parts.js';
import { useRoomView } from '../realtime/use-room-view.js';
import { Chat } from './chat.js';
import './texts.js';

export function RoomPage() {
  const { t } = useTranslation();
  const { id } = useParams<{ id: string }>();
  const room = useRoomView(id);
  // also when it was one's own until now: nothing of it stays on the page
  if (room.error instanceof ApiProblem && room.error.status === 404) return <main><Failure error={room.error} /></main>;
  return (
    <main className="talk-page">
      {room.data ? <p><Link href={`/cases/${room.data.caseId}`}>← {room.data.caseNumber}</Link></p> : null}
      <h1 className="visually-hidden">{t('room.title')}</h1>
      <Chat roomId={id} />
    </main>
  );
}
