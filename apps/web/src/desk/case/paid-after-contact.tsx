import type { CaseView, EvidenceView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import { Amount } from '../../design/amount.js';

/** The employer paid after the union called: closed with the amount and its proof. */
export function PaidAfterContact({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const evidence = useQuery({ queryKey: ['evidence', view.id], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${view.id}/evidence`) });
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${view.id}/moves`, body));
  const [amountFen, setAmount] = useState<number>();
  const [evidenceId, setEvidence] = useState('');
  return (
    <form onSubmit={(e) => { e.preventDefault(); void submit({ move: 'paid_after_contact', expectedStatus: view.status, amountFen, evidenceId }); }}>
      {error ? <Failure error={error} /> : null}
      <Amount label={t('paid.amount')} fen={amountFen} onChange={setAmount} />
      <Field label={t('paid.proof')} hint={t('paid.proofHint')}>
        <select value={evidenceId} onChange={(e) => setEvidence(e.target.value)} required>
          <option value="">{t('desk.choose')}</option>
          {evidence.data?.items.map((e) => <option key={e.id} value={e.id}>{e.title}</option>)}
        </select>
      </Field>
      <Button htmlType="submit" type="primary" loading={busy} disabled={amountFen === undefined}>{t('paid.close')}</Button>
    </form>
  );
}
