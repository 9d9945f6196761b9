import type { CaseView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { DayTimeField, instantOf } from '../../design/day-time-field.js';
import { Failure, Field } from '../../design/parts.js';

/** Date, mode and mediator of a mediation session; times are China's. */
export function ScheduleSession({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${view.id}/sessions`, body));
  const mediators = useQuery({ queryKey: ['mediators'], queryFn: () => api.get<{ items: { accountId: string; name: string }[] }>('/mediators') });
  const [at, setAt] = useState('');
  const [minutes, setMinutes] = useState(120);
  const [mode, setMode] = useState<'online' | 'onsite'>('online');
  const [place, setPlace] = useState('');
  const [mediatorId, setMediator] = useState('');
  const save = () => submit({ startsAt: instantOf(at), minutes, mode, ...(mode === 'onsite' ? { place } : {}), ...(mediatorId ? { mediatorId } : {}) });
  return (
    <form onSubmit={(e) => { e.preventDefault(); void save(); }}>
      {error ? <Failure error={error} labels={{ minutes: t('schedule.minutes'), mode: t('schedule.mode'), place: t('schedule.place'), mediatorId: t('schedule.mediator') }} /> : null}
      <DayTimeField label={t('schedule.at')} value={at} onChange={setAt} required />
      <Field label={t('schedule.minutes')}><input type="number" min={15} max={480} step={15} value={minutes} onChange={(e) => setMinutes(Number(e.target.value))} required /></Field>
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
      <Button htmlType="submit" type="primary" loading={busy}>{t('schedule.save')}</Button>
    </form>
  );
}
