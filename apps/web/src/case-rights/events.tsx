import type { CaseClocksView, RecordEvent } from '@hejie/entitlement/contract';
import { CASE_EVENTS, caseEventKinds, LASTING_EVENTS, UNTIL_NEEDED } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { day, inLanguage } from '../design/format.js';
import { Failure, Field } from '../design/parts.js';
import { Proof, ProofField } from './proof.js';
import { Withdraw } from './withdraw.js';

type Kind = RecordEvent['kind'];
const KINDS = caseEventKinds.filter((k): k is Kind => k !== 'case_filed');
const BY = ['worker', 'employer', 'authority', 'both'] as const;

/** What has happened, and writing down what happens next: all dates are counted from it. */
export function Events({ caseId, events, today }: { caseId: string; events: CaseClocksView['events']; today: string }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('caseRights.events')}</h2>
      <ol className="list">
        {events.map((e) => (
          <li key={e.id ?? e.kind + e.on}>
            <span className={e.withdrawn ? 'struck' : ''}>{day(e.on)} {inLanguage(e.title)}{e.until ? ` ${t(e.kind === 'hearing_set' ? 'caseRights.hearingOn' : 'caseRights.untilDay', { date: day(e.until) })}` : ''}</span>{' '}
            <span className="muted">{t(`caseRights.by.${e.by}`)} · {e.recordedBy ? t('caseRights.recordedBy', { name: e.recordedBy }) : t(`caseRights.origin.${e.origin}`)}{e.note ? ` · ${e.note}` : ''}</span>
            <Proof caseId={caseId} evidenceId={e.evidenceId} />
            {e.withdrawn ? <div className="muted">{t('caseRights.withdrawn', { name: e.withdrawn.by, reason: e.withdrawn.reason })}</div> : e.id ? <Withdraw path={`/cases/${caseId}/legal-events/${e.id}/withdraw`} /> : null}
          </li>
        ))}
      </ol>
      <details><summary>{t('caseRights.addEvent')}</summary><AddEvent caseId={caseId} today={today} /></details>
    </section>
  );
}

function AddEvent({ caseId, today }: { caseId: string; today: string }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: Omit<RecordEvent, 'requestId'>) => api.post(`/cases/${caseId}/legal-events`, body));
  const [kind, setKind] = useState<Kind>('injured');
  const [by, setBy] = useState<RecordEvent['by']>('worker');
  const [on, setOn] = useState('');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const [evidenceId, setEvidenceId] = useState('');
  const lasts = LASTING_EVENTS.includes(kind);
  const send = async () => {
    if (!(await submit({ kind, by, on, ...(lasts && until ? { until } : {}), ...(note ? { note } : {}), ...(evidenceId ? { evidenceId } : {}) }))) return;
    setOn('');
    setUntil('');
    setNote('');
    setEvidenceId('');
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {error ? <Failure error={error} /> : null}
      <Field label={t('caseRights.what')}><select value={kind} onChange={(e) => setKind(e.target.value as Kind)}>{KINDS.map((k) => <option key={k} value={k}>{inLanguage(CASE_EVENTS[k])}</option>)}</select></Field>
      <DateField label={t('caseRights.when')} value={on} years={yearsFromNow(-40)} max={today} onChange={setOn} required />
      {lasts ? <DateField label={t(kind === 'hearing_set' ? 'caseRights.hearingDay' : 'caseRights.untilWhen')} value={until} years={[...yearsFromNow(2), ...yearsFromNow(-40).slice(1)]} onChange={setUntil} required={UNTIL_NEEDED.includes(kind)} /> : null}
      <Field label={t('caseRights.byWhom')}><select value={by} onChange={(e) => setBy(e.target.value as RecordEvent['by'])}>{BY.map((b) => <option key={b} value={b}>{t(`caseRights.by.${b}`)}</option>)}</select></Field>
      <Field label={t('caseRights.note')}><input value={note} onChange={(e) => setNote(e.target.value)} maxLength={500} /></Field>
      <ProofField caseId={caseId} value={evidenceId} onChange={setEvidenceId} />
      <button className="btn" disabled={busy}>{t('caseRights.record')}</button>
    </form>
  );
}
