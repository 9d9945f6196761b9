import type { CaseView } from '@hejie/cases/contract';
import { removalCauseSchema, type RemovalCause } from '@hejie/mediation/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Choice, Failure, Field } from '../../design/parts.js';

/** Puts out who joined for the employer by mistake, or whom the employer replaces. */
export function RemoveRespondent({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const joined = view.members.filter((m) => m.number !== null);
  const [chosen, choose] = useState<string>();
  const [cause, setCause] = useState<RemovalCause>('mistake');
  const [reason, setReason] = useState('');
  const accountId = joined.find((m) => m.accountId === chosen)?.accountId ?? joined[0]?.accountId;
  const { submit, busy, error } = useSubmit(({ accountId: who, ...body }: { accountId: string; cause: RemovalCause; reason: string }) => api.post(`/cases/${view.id}/respondents/${who}/removal`, body));
  return (
    <form onSubmit={(e) => { e.preventDefault(); if (accountId) void submit({ accountId, cause, reason }); }}>
      {error ? <Failure error={error} labels={{ reason: t('removeRespondent.reason') }} /> : null}
      <p className="muted">{t('removeRespondent.hint')}</p>
      <Field label={t('removeRespondent.who')}>
        <select value={accountId} onChange={(e) => choose(e.target.value)}>{joined.map((m) => <option key={m.accountId} value={m.accountId}>{m.name}</option>)}</select>
      </Field>
      <Choice legend={t('removeRespondent.cause')} name="removal-cause" value={cause} options={removalCauseSchema.options.map((value) => ({ value, label: t(`removeRespondent.cause.${value}`) }))} onChange={setCause} />
      <Field label={t('removeRespondent.reason')}><input value={reason} onChange={(e) => setReason(e.target.value)} maxLength={200} required /></Field>
      <Button htmlType="submit" danger loading={busy}>{t('removeRespondent.send')}</Button>
    </form>
  );
}
