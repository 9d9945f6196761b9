import { DISPUTE_TYPES } from '@hejie/law';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { caseloadSchema, lawyerRequestsSchema } from '@hejie/lawyers/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { day, daysLeft, dayTime, inLanguage, yuan } from '../../design/format.js';
import { Failure, Field, Icon, Loaded } from '../../design/parts.js';
import { QuickIntake } from '../../pages/quick-intake.js';
import { StatusTag } from '../../pages/status-tag.js';

type Caseload = z.infer<typeof caseloadSchema>;
type Requests = z.infer<typeof lawyerRequestsSchema>;
interface SessionItem { id: string; caseNumber: string; startsAt: string; status: string; mode: string }

/** What waits for a member of staff, by role. */
export function TodaySection() {
  const { t } = useTranslation();
  const me = useMe();
  const has = (role: string) => me.data?.roles.includes(role as never);
  return (
    <main className="desk-page">
      <h1>{t('desk.today')}</h1>
      <div className="cols">
        <div>
          {has('lawyer') ? <RequestList /> : null}
          <CaseloadTable />
        </div>
        <div>
          {has('operator') || has('grid_officer') ? <QuickIntake /> : null}
          {has('lawyer') || has('mediator') ? <Calendar /> : null}
        </div>
      </div>
    </main>
  );
}

function CaseloadTable() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['caseload'], queryFn: () => api.get<Caseload>('/desk/caseload'), refetchInterval: 15_000 });
  return (
    <section className="card">
      <h2>{t('desk.caseload')}</h2>
      <Loaded query={query}>
        {({ items }) => items.length === 0 ? <p className="muted">{t('desk.noCases')}</p> : (
          <div className="scroll">
            <table>
              <thead><tr><th>{t('desk.due')}</th><th>{t('desk.case')}</th><th>{t('case.employer')}</th><th>{t('desk.status')}</th><th>{t('desk.unread')}</th></tr></thead>
              <tbody>
                {items.map((c) => (
                  <tr key={c.caseId}>
                    <td>{c.dueDate ? <><span className={daysLeft(c.dueDate) < 3 ? 'tag bad' : 'tag due'}><Icon of="clock" /> {t('case.daysLeft', { days: daysLeft(c.dueDate) })}</span><div className="muted">{day(c.dueDate)}</div></> : '—'}</td>
                    <td><Link href={`/cases/${c.caseId}`}>{c.number}</Link><div className="muted">{c.claimantName} · {yuan(c.amountClaimedFen)}</div></td>
                    <td>{c.employerName}</td>
                    <td><StatusTag status={c.status} /></td>
                    <td>{c.unread || ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </section>
  );
}

function RequestList() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [reason, setReason] = useState('');
  const query = useQuery({ queryKey: ['my-requests'], queryFn: () => api.get<Requests>('/lawyer-requests'), refetchInterval: 10_000 });
  const act = (path: string, body: unknown = {}) => {
    setError(undefined);
    api.post(path, body).then(() => queries.invalidateQueries(), setError);
  };
  return (
    <section className="card next">
      <h2>{t('desk.requests')}</h2>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>
        {({ items }) => {
          const open = items.filter((r) => r.status === 'open');
          if (open.length === 0) return <p className="muted">{t('desk.noRequests')}</p>;
          return (
            <ul className="list">
              {open.map((r) => (
                <li key={r.id}>
                  <p><strong>{r.claimantName}</strong> / {r.employerName} <span className="tag due">{t('desk.answerBy', { at: dayTime(r.expiresAt) })}</span></p>
                  {r.facts ? (
                    <>
                      <p>{r.facts.disputeTypes.map((d) => inLanguage(DISPUTE_TYPES[d])).join('、')} · {yuan(r.facts.amountClaimedFen)}</p>
                      <p>{r.facts.story}</p>
                      <div className="row"><button className="btn" onClick={() => act(`/lawyer-requests/${r.id}/accept`)}>{t('desk.accept')}</button></div>
                      <Field label={t('desk.declineReason')}><input value={reason} onChange={(e) => setReason(e.target.value)} /></Field>
                      <button className="btn plain" disabled={reason.length < 2} onClick={() => act(`/lawyer-requests/${r.id}/decline`, { reason })}>{t('desk.decline')}</button>
                    </>
                  ) : (
                    <>
                      <p className="muted">{t('desk.declareFirst')}</p>
                      <div className="row">
                        <button className="btn" onClick={() => act(`/lawyer-requests/${r.id}/declare`, { conflict: false })}>{t('desk.noConflict')}</button>
                        <button className="btn danger" onClick={() => act(`/lawyer-requests/${r.id}/declare`, { conflict: true })}>{t('desk.conflict')}</button>
                      </div>
                    </>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}

function Calendar() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['my-sessions'], queryFn: () => api.get<{ items: SessionItem[] }>('/sessions'), refetchInterval: 15_000 });
  return (
    <section className="card">
      <h2>{t('desk.calendar')}</h2>
      <Loaded query={query}>
        {({ items }) => (
          <ul className="list">
            {items.length === 0 ? <li className="muted">{t('desk.noSessions')}</li> : null}
            {items.map((s) => <li key={s.id}><Link href={`/sessions/${s.id}`}>{dayTime(s.startsAt)}</Link> <span className="tag">{t(`session.${s.status}`)}</span><div className="muted">{s.caseNumber}</div></li>)}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
