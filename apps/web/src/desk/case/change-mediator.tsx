import type { CaseView } from '@hejie/cases/contract';
import type { ChangeCause } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import { useCaseSessions } from './use-case-sessions.js';

const CAUSES: readonly ChangeCause[] = ['conflict', 'illness', 'other'];

/** The department puts another mediator in the place of one who cannot go on; the session stays as it is. */
export function ChangeMediator({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const session = useCaseSessions(view.id).data?.find((s) => s.status === 'scheduled' || s.status === 'open');
  const fit = useQuery({ queryKey: ['fit-mediators', session?.id], queryFn: () => api.get<{ items: { accountId: string; name: string }[] }>(`/sessions/${session!.id}/mediators`), enabled: session !== undefined });
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/sessions/${session!.id}/mediator`, body));
  const [mediatorId, setMediator] = useState('');
  const [cause, setCause] = useState<ChangeCause>('conflict');
  const [note, setNote] = useState('');
  return (
    <form onSubmit={(e) => { e.preventDefault(); void submit({ cause, note, ...(mediatorId ? { mediatorId } : {}) }); }}>
      {error ?? fit.error ? <Failure error={error ?? fit.error} /> : null}
      <Field label={t('changeMediator.to')}>
        <select value={mediatorId} onChange={(e) => setMediator(e.target.value)}>
          <option value="">{t('schedule.anyMediator')}</option>
          {fit.data?.items.map((m) => <option key={m.accountId} value={m.accountId}>{m.name}</option>)}
        </select>
      </Field>
      <Field label={t('changeMediator.cause')}>
        <select value={cause} onChange={(e) => setCause(e.target.value as ChangeCause)}>{CAUSES.map((c) => <option key={c} value={c}>{t(`changeCause.${c}`)}</option>)}</select>
      </Field>
      <Field label={t('changeMediator.note')} hint={t('field.optional')}><input value={note} onChange={(e) => setNote(e.target.value)} maxLength={500} /></Field>
      <Button htmlType="submit" loading={busy}>{t('changeMediator.send')}</Button>
    </form>
  );
}
