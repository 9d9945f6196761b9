import type { SessionView } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly session: SessionView;
  readonly roomId: string;
  readonly act: (path: string, body?: unknown) => void;
}

/** The mediator's switch: whether the parties may speak in the room now. */
export function Floor({ session, roomId, act }: Props) {
  const { t } = useTranslation();
  const locked = session.rooms.find((r) => r.id === roomId)?.locked ?? false;
  if (session.status !== 'open' || session.mySide !== 'mediator') return null;
  return (
    <div className="row floor">
      {locked ? <span className="tag due">{t('floor.locked')}</span> : null}
      <button className="btn plain" aria-pressed={locked} onClick={() => act(`/sessions/${session.id}/lock`, { roomId, locked: !locked })}>{t(locked ? 'floor.unlock' : 'floor.lock')}</button>
    </div>
  );
}
