import type { GroupMembership } from '@hejie/cases/contract';
import type { MyShare } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { day, inLanguage, list, yuan } from '../design/format.js';
import { lawText } from '../design/law-text.js';
import { Failure, Icon, Loaded } from '../design/parts.js';
import { WithCode } from './with-code.js';
import './texts.js';

/** What a worker sees of the groups they are in: the own row and the sums, nobody else's. */
export function GroupsPage() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['group-memberships'], queryFn: () => api.get<{ items: GroupMembership[] }>('/group-memberships') });
  const shares = useQuery({ queryKey: ['my-shares'], queryFn: () => api.get<{ items: MyShare[] }>('/my-shares') });
  return (
    <main>
      <h1>{t('group.mine')}</h1>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <div className="card"><p>{t('group.none')}</p></div> : <>{items.map((m) => <Membership key={m.id} m={m} share={shares.data?.items.find((s) => s.caseId === m.caseId)} />)}</>)}
      </Loaded>
    </main>
  );
}

function Membership({ m, share }: { m: GroupMembership; share: MyShare | undefined }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { requestId: string }) => api.post(`/cases/${m.caseId}/group/me/departure`, body));
  const ended = ['agreed', 'escalated', 'closed', 'withdrawn'].includes(m.caseStatus);
  return (
    <section className="card">
      <div className="row"><h2>{m.employerName}</h2><span className={m.status === 'in' ? 'tag ok' : 'tag due'}>{t(`group.status.${m.status}`)}</span></div>
      {m.status === 'invited' ? <p>{t('group.asked', { by: m.addedBy, employer: m.employerName })}</p> : null}
      <dl className="facts">
        <dt>{t('group.name')}</dt><dd>{m.name}</dd>
        <dt>{t('group.days')}</dt><dd><ul>{m.days.map((d) => <li key={d.date}>{t('group.hours', { date: day(d.date), hours: d.hours })}</li>)}</ul></dd>
        <dt>{t('group.wage')}</dt><dd>{yuan(m.monthlyWageFen)}</dd>
        <dt>{t('group.due')}</dt><dd><strong>{yuan(m.dueFen)}</strong></dd>
        {share ? <><dt>{t('group.agreed')}</dt><dd><strong>{yuan(share.amountFen)}</strong></dd><dt>{t('group.paid')}</dt><dd>{yuan(share.paidFen)}</dd><dt>{t('group.left')}</dt><dd>{yuan(share.leftFen)}</dd></> : null}
      </dl>
      <details><summary>{t('group.working')}</summary><ol>{m.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol><p className="muted">{lawText(m.source)}</p></details>
      <p className="muted"><Icon of="lock" /> {t('group.yourRow')}</p>
      <p>{share ? t('group.agreementTotal', { count: share.workers, amount: yuan(share.totalFen), date: day(share.payBy.at(-1)!) }) : t('group.total', { count: m.workers, amount: yuan(m.groupDueFen) })}</p>
      {m.representatives.length ? <p>{t('group.representatives', { names: list(m.representatives) })}</p> : null}
      {error ? <Failure error={error} /> : null}
      {m.status === 'invited' && !ended ? <WithCode purpose="join_group" subject={m.id} label={t('group.join')} act={(code) => api.post(`/cases/${m.caseId}/group/me/confirmation`, { code })} /> : null}
      {share?.status === 'signing' ? share.acceptedAt ? <p role="status"><span className="tag ok">{t('group.accepted')}</span></p> : <WithCode purpose="accept_share" subject={share.agreementId} label={t('group.accept')} act={(code) => api.post(`/agreements/${share.agreementId}/shares/acceptance`, { code })} /> : null}
      {ended ? null : <button className="btn plain" disabled={busy} onClick={() => void submit({} as { requestId: string })}>{t(m.status === 'invited' ? 'group.leave' : 'group.leaveGroup')}</button>}
    </section>
  );
}
