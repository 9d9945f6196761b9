import { DOOR_OPENS_MINUTES, type SessionView } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { dayTime } from '../design/format.js';
import { Icon } from '../design/parts.js';

/** Where a party waits before the opening, and while moved out: what happens next, and who is there. */
export function WaitingRoom({ session, accountId }: { session: SessionView; accountId: string | undefined }) {
  const { t } = useTranslation();
  const arrived = session.participants.find((p) => p.accountId === accountId)?.arrived ?? false;
  const mediator = session.participants.find((p) => p.side === 'mediator');
  return (
    <section className="card" role="status">
      <h2><Icon of="clock" /> {t('waiting.title')}</h2>
      <p>{session.status === 'open' ? t('waiting.open') : arrived ? t('waiting.here') : t('waiting.early', { at: dayTime(session.startsAt), minutes: DOOR_OPENS_MINUTES })}</p>
      {mediator && session.status === 'scheduled' ? <p className="muted">{t(mediator.arrived ? 'waiting.mediatorHere' : 'waiting.mediatorNotHere', { name: mediator.name })}</p> : null}
    </section>
  );
}
