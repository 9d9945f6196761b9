import type { CaseView } from '@hejie/cases/contract';
import type { agreementListSchema } from '@hejie/mediation/contract';
import type { RoomView } from '@hejie/rooms/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { z } from 'zod';
import { api } from '../../api/client.js';
import { dayTime, yuan } from '../../design/format.js';
import { useAsksFinality } from '../../case-rights/use-asks-finality.js';
import { useCaseSessions } from './use-case-sessions.js';

/** What to do now, and the doors to where people of the case meet: consultation, sessions, the agreement. */
export function CaseMeetings({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const rooms = useQuery({ queryKey: ['rooms', view.id], queryFn: () => api.get<{ items: RoomView[] }>(`/rooms?caseId=${view.id}`), refetchInterval: 10_000 });
  const asked = useCaseSessions(view.id);
  const sessions = asked.data ?? [];
  const agreements = useQuery({ queryKey: ['case-agreements', view.id], queryFn: () => api.get<z.infer<typeof agreementListSchema>>(`/cases/${view.id}/agreements`), refetchInterval: 10_000 });
  const consult = rooms.data?.items.find((r) => r.kind === 'consult');
  const as = (['counsel', 'mediator', 'officer', 'department'] as const).find((r) => view.relations.includes(r));
  const meeting = sessions.find((s) => s.status === 'open' || s.status === 'scheduled')?.status ?? 'none';
  const awarded = view.status === 'closed' && view.outcome === 'awarded';
  // a mediator who is nothing else here reads none of the answers
  const asksFinality = useAsksFinality(view.id, awarded && as !== 'mediator');
  const findsLawyer = view.status === 'filed' && view.relations.includes('officer');
  return (
    <section className="card next">
      <h2>{t('case.now')}</h2>
      {/* what is to be done depends on them: nothing is said before they are known */}
      {asked.isPending ? <div className="skeleton" aria-busy="true" /> : <p>{t([...(awarded ? [asksFinality ? 'now.staff.asksFinality' : 'now.staff.awarded'] : []), `now.${as}.${view.status}.${meeting}`, `now.${as}.${view.status}`, `now.staff.${view.status}`])}</p>}
      <ul className="list">
        {sessions.map((s) => (
          <li key={s.id} className="row">
            <span>{dayTime(s.startsAt)} {t(`path.mediate_${s.mode}`)} <span className={s.status === 'open' ? 'tag due' : 'tag'}>{t(`sessionStatus.${s.status}`)}</span> {s.place}</span>
            <Link className={s.status === 'open' ? 'btn' : 'btn plain'} href={`/sessions/${s.id}`}>{t(s.status === 'open' || s.status === 'scheduled' ? 'case.enterSession' : 'case.readSession')}</Link>
          </li>
        ))}
        {agreements.data?.items.map((a) => (
          <li key={a.id} className="row">
            <span>{a.number} {yuan(a.terms.totalFen)} <span className={a.status === 'sealed' ? 'tag ok' : 'tag'}>{t(`agreement.${a.status}`)}</span></span>
            <Link className="btn plain" href={`/agreements/${a.id}`}>{t('case.openAgreement')}</Link>
          </li>
        ))}
      </ul>
      <div className="row">
        {consult ? <Link className={meeting === 'open' ? 'btn plain' : 'btn'} href={`/rooms/${consult.id}`}>{t('desk.consult')}{consult.unread ? ` (${consult.unread}${consult.mentions ? ' @' : ''})` : ''}</Link> : null}
        <Link className="btn plain" href={`/cases/${view.id}/rights`}>{t('case.rights')}</Link>
        <Link className="btn plain" href={`/cases/${view.id}/papers`}>{t('case.papers')}</Link>
        {findsLawyer ? <Link className="btn" href={`/cases/${view.id}/lawyers`}>{t('receipt.chooseLawyer')}</Link> : null}
      </div>
    </section>
  );
}
