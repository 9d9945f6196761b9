import { DOOR_OPENS_MINUTES, type SessionView } from '@hejie/mediation/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client.js';

/** Whoever has the page open from half an hour before the start is in the waiting room; asked anew with every look at the session. */
export function useArrive(session: SessionView, accountId: string | undefined): void {
  const queries = useQueryClient();
  const me = session.participants.find((p) => p.accountId === accountId);
  const mayCome = (session.status === 'scheduled' || session.status === 'open') && me !== undefined && !me.arrived && (me.consented || me.side === 'mediator');
  useEffect(() => {
    if (!mayCome || (session.status === 'scheduled' && Date.now() < new Date(session.startsAt).getTime() - DOOR_OPENS_MINUTES * 60_000)) return;
    api.post<SessionView>(`/sessions/${session.id}/arrive`).then((seen) => queries.setQueryData(['session', session.id], seen), () => undefined);
  }, [session, mayCome, queries]);
}
