import type { SessionView } from '@hejie/mediation/contract';
import { lazy, Suspense } from 'react';

const CallPanel = lazy(() => import('./call-panel.js'));

/** The call of a room of an open session; its code comes only then. */
export function LazyCall(props: { session: SessionView; roomId: string; silenced: boolean }) {
  if (props.session.status !== 'open' || props.session.mode !== 'online') return null;
  return <Suspense fallback={null}><CallPanel key={props.roomId} {...props} /></Suspense>;
}
