import type { CaseView } from '@hejie/cases/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { dayTime } from '../../design/format.js';
import { Failure, Field } from '../../design/parts.js';

/** Turning a case away takes two officers: one says why, another agrees or lets it go on. */
export function RefuseCase({ view }: { view: CaseView }) {
  return view.openRefusal ? <DecideRefusal caseId={view.id} refusal={view.openRefusal} /> : <ProposeRefusal caseId={view.id} />;
}

function ProposeRefusal({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { reason: string }) => api.post(`/cases/${caseId}/refusal`, body));
  const [reason, setReason] = useState('');
  return (
    <form onSubmit={(e) => { e.preventDefault(); void submit({ reason }); }}>
      {error ? <Failure error={error} /> : null}
      <Field label={t('refusal.reason')} hint={t('refusal.reasonHint')}><textarea value={reason} onChange={(e) => setReason(e.target.value)} required minLength={10} maxLength={1000} /></Field>
      <Button htmlType="submit" danger loading={busy}>{t('refusal.propose')}</Button>
    </form>
  );
}

function DecideRefusal({ caseId, refusal }: { caseId: string; refusal: NonNullable<CaseView['openRefusal']> }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { approve: boolean }) => api.post(`/cases/${caseId}/refusal/decision`, body));
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <p>{refusal.reason}</p>
      <p className="muted">{t('refusal.proposedBy', { name: refusal.proposedBy, at: dayTime(refusal.proposedAt) })}</p>
      {refusal.mine ? <p role="status">{t('refusal.needsAnother')}</p> : (
        <div className="row">
          <Button danger disabled={busy} onClick={() => void submit({ approve: true })}>{t('refusal.approve')}</Button>
          <Button disabled={busy} onClick={() => void submit({ approve: false })}>{t('refusal.decline')}</Button>
        </div>
      )}
    </>
  );
}
