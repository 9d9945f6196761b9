import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newRequestId } from '../api/client.js';
import { Failure, Field } from '../design/parts.js';

/** Date, mode and mediator of a mediation session; times are China's. */
export function ScheduleForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mediators = useQuery({ queryKey: ['mediators'], queryFn: () => api.get<{ items: { accountId: string; name: string }[] }>('/mediators') });
  const [at, setAt] = useState('');
  const [mode, setMode] = useState<'online' | 'onsite'>('online');
  const [place, setPlace] = useState('');
  const [mediatorId, setMediator] = useState('');
  const [error, setError] = useState<unknown>();
  const save = async () => {
    await api.post(`/cases/${caseId}/sessions`, {
      requestId: newRequestId(),
      startsAt: new Date(`${at}:00+08:00`).toISOString(),
      minutes: 120,
      mode,
      ...(place ? { place } : {}),
      ...(mediatorId ? { mediatorId } : {}),
    });
    await queries.invalidateQueries();
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); setError(undefined); save().catch(setError); }}>
      <h2>{t('schedule.title')}</h2>
      {error ? <Failure error={error} /> : null}
      <Field label={t('schedule.at')}><input type="datetime-local" value={at} onChange={(e) => setAt(e.target.value)} required /></Field>
      <Field label={t('schedule.mode')}>
        <select value={mode} onChange={(e) => setMode(e.target.value as 'online' | 'onsite')}>
          <option value="online">{t('path.mediate_online')}</option>
          <option value="onsite">{t('path.mediate_onsite')}</option>
        </select>
      </Field>
      {mode === 'onsite' ? <Field label={t('schedule.place')}><input value={place} onChange={(e) => setPlace(e.target.value)} required /></Field> : null}
      <Field label={t('schedule.mediator')}>
        <select value={mediatorId} onChange={(e) => setMediator(e.target.value)}>
          <option value="">{t('schedule.anyMediator')}</option>
          {mediators.data?.items.map((m) => <option key={m.accountId} value={m.accountId}>{m.name}</option>)}
        </select>
      </Field>
      <button className="btn">{t('schedule.save')}</button>
    </form>
  );
}
