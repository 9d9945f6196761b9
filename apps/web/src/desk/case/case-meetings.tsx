import type { CaseView } from '@hejie/cases/contract';
import type { agreementListSchema } from '@hejie/mediation/contract';
import type { RoomView } from '@hejie/rooms/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { z } from 'zod';
import { api } from '../../api/client.js';
import { dayTime, yuan } from '../../design/format.js';
import { useCaseSessions } from './use-case-sessions.js';

/** What to do now, and the doors to where people of the case meet: consultation, sessions, the agreement. */
export function CaseMeetings({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const rooms = useQuery({ queryKey: ['rooms', view.id], queryFn: () => api.get<{ items: RoomView[] }>(`/rooms?caseId=${view.id}`), refetchInterval: 10_000 });
  const sessions = useCaseSessions(view.id).data ?? [];
  const agreements = useQuery({ queryKey: ['case-agreements', view.id], queryFn: () => api.get<z.infer<typeof agreementListSchema>>(`/cases/${view.id}/agreements`), refetchInterval: 10_000 });
  const consult = rooms.data?.items.find((r) => r.kind === 'consult');
  const as = (['counsel', 'mediator', 'officer', 'department'] as const).find((r) => view.relations.includes(r));
  const findsLawyer = view.status === 'filed' && view.relations.includes('officer');
  return (
    <section className="card next">
      <h2>{t('case.now')}</h2>
      <p>{t([`now.${as}.${view.status}`, `now.staff.${view.status}`])}</p>
      <div className="row">
        {consult ? <Link className="btn" href={`/rooms/${consult.id}`}>{t('desk.consult')}{consult.unread ? ` (${consult.unread})` : ''}</Link> : null}
        <Link className="btn plain" href={`/cases/${view.id}/rights`}>{t('case.rights')}</Link>
        <Link className="btn plain" href={`/cases/${view.id}/papers`}>{t('case.papers')}</Link>
        {findsLawyer ? <Link className="btn" href={`/cases/${view.id}/lawyers`}>{t('receipt.chooseLawyer')}</Link> : null}
      </div>
      <ul className="list">
        {sessions.map((s) => (
          <li key={s.id} className="row">
            <span>{dayTime(s.startsAt)} {t(`path.mediate_${s.mode}`)} <span className="tag">{t(`sessionStatus.${s.status}`)}</span> {s.place}</span>
            <Link className="btn plain" href={`/sessions/${s.id}`}>{t('case.enterSession')}</Link>
          </li>
        ))}
        {agreements.data?.items.map((a) => (
          <li key={a.id} className="row">
            <span>{a.number} {yuan(a.terms.totalFen)} <span className={a.status === 'sealed' ? 'tag ok' : 'tag'}>{t(`agreement.${a.status}`)}</span></span>
            <Link className="btn plain" href={`/agreements/${a.id}`}>{t('case.openAgreement')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
