import type { SessionView } from '@hejie/mediation/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayTimeField, instantOf } from '../design/day-time-field.js';
import { list } from '../design/format.js';
import { partyName } from '../respondents/party-name.js';

/** Who had not come ten minutes after the start and still has not; the mediator may name another day. */
export function Absent({ session, act }: { session: SessionView; act: (path: string, body?: unknown) => void }) {
  const { t } = useTranslation();
  const [next, setNext] = useState('');
  const missing = session.absent.filter((key) => !session.participants.some((p) => (p.respondent ?? p.side) === key && p.arrived));
  if (missing.length === 0 || (session.status !== 'scheduled' && session.status !== 'open')) return null;
  const reschedule = () => act(`/sessions/${session.id}/close`, { outcome: 'adjourned', reason: t('absent.reason'), nextStartsAt: instantOf(next) });
  return (
    <section className="card" role="alert">
      <h2>{t('absent.title')}</h2>
      <p>{t('absent.who', { sides: list(missing.map((key) => partyName(key, session.respondents))) })}</p>
      {session.mySide === 'mediator' ? (
        <form onSubmit={(e) => { e.preventDefault(); reschedule(); }}>
          <DayTimeField label={t('absent.next')} value={next} onChange={setNext} required />
          <button className="btn">{t('absent.reschedule')}</button>
        </form>
      ) : <p className="muted">{t('absent.wait')}</p>}
    </section>
  );
}
