import type { SessionView } from '@hejie/mediation/contract';
import { lazy, Suspense } from 'react';

const CallPanel = lazy(() => import('./call-panel.js'));

/** The call of a room of an open session; its code comes only then. */
export function LazyCall({ session, roomId }: { session: SessionView; roomId: string }) {
  if (session.status !== 'open' || session.mode !== 'online') return null;
  return <Suspense fallback={null}><CallPanel key={roomId} session={session} roomId={roomId} /></Suspense>;
}
