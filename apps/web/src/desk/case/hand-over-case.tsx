import type { CaseView, Takers } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';

/** An owner or the department gives the case to another officer or organisation; after that the owner is back at the desk. */
export function HandOverCase({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${view.id}/hand-over`, body));
  const takers = useQuery({ queryKey: ['takers', view.id], queryFn: () => api.get<Takers>(`/cases/${view.id}/takers`), staleTime: 60_000 });
  const owners = view.members.filter((m) => m.relation === 'officer').map((m) => m.accountId);
  const hand = async () => {
    const [kind, id] = to.split(':');
    const handed = await submit({ to: { [kind!]: id }, reason });
    if (handed && !view.relations.includes('department')) go('/desk');
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void hand(); }}>
      {error ?? takers.error ? <Failure error={error ?? takers.error} /> : null}
      <Field label={t('handOver.to')}>
        <select value={to} onChange={(e) => setTo(e.target.value)} required>
          <option value="">{t('handOver.choose')}</option>
          {takers.data?.items.map((o) => (
            <optgroup key={o.organisationId} label={o.organisation}>
              <option value={`organisationId:${o.organisationId}`}>{t('handOver.organisation', { name: o.organisation })}</option>
              {o.officers.filter((x) => !owners.includes(x.accountId)).map((x) => <option key={x.accountId} value={`accountId:${x.accountId}`}>{x.name}</option>)}
            </optgroup>
          ))}
        </select>
      </Field>
      <Field label={t('handOver.reason')}><input value={reason} onChange={(e) => setReason(e.target.value)} required minLength={2} maxLength={500} /></Field>
      <Button htmlType="submit" loading={busy}>{t('handOver.send')}</Button>
      <p className="muted">{t('handOver.hint')}</p>
    </form>
  );
}
