import type { SessionView } from '@hejie/mediation/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../design/parts.js';

/** Who has not come ten minutes after the start; the mediator may name another day. */
export function Absent({ session, act }: { session: SessionView; act: (path: string, body?: unknown) => void }) {
  const { t } = useTranslation();
  const [next, setNext] = useState('');
  if (session.absent.length === 0 || session.status !== 'scheduled') return null;
  const reschedule = () => act(`/sessions/${session.id}/close`, { outcome: 'adjourned', reason: t('absent.reason'), nextStartsAt: new Date(`${next}:00+08:00`).toISOString() });
  return (
    <section className="card" role="alert">
      <h2>{t('absent.title')}</h2>
      <p>{t('absent.who', { sides: session.absent.map((side) => t(`side.${side}`)).join('、') })}</p>
      {session.mySide === 'mediator' ? (
        <form onSubmit={(e) => { e.preventDefault(); reschedule(); }}>
          <Field label={t('absent.next')}><input type="datetime-local" value={next} onChange={(e) => setNext(e.target.value)} required /></Field>
          <button className="btn">{t('absent.reschedule')}</button>
        </form>
      ) : <p className="muted">{t('absent.wait')}</p>}
    </section>
  );
}
