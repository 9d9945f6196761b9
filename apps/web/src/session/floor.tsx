import type { SessionView } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly session: SessionView;
  readonly roomId: string;
  readonly muted: boolean;
  readonly act: (path: string, body?: unknown) => void;
}

/** Whether one may speak in the room now; for the mediator the switch. */
export function Floor({ session, roomId, muted, act }: Props) {
  const { t } = useTranslation();
  const locked = session.rooms.find((r) => r.id === roomId)?.locked ?? false;
  if (session.status !== 'open') return null;
  if (session.mySide === 'mediator') {
    return (
      <div className="row floor">
        {locked ? <span className="tag due">{t('floor.locked')}</span> : null}
        <button className="btn plain" aria-pressed={locked} onClick={() => act(`/sessions/${session.id}/lock`, { roomId, locked: !locked })}>{t(locked ? 'floor.unlock' : 'floor.lock')}</button>
      </div>
    );
  }
  return locked || muted ? <div className="offline" role="status">{t(muted ? 'floor.youMuted' : 'floor.youLocked')}</div> : null;
}
