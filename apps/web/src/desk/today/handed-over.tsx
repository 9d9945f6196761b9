import type { HandOverList } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { dayTime } from '../../design/format.js';
import { Failure } from '../../design/parts.js';
import { otherSide } from '../../respondents/names.js';

/** Cases handed to one's organisation that nobody there has taken yet. */
export function HandedOver() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['hand-overs'], queryFn: () => api.get<HandOverList>('/hand-overs'), refetchInterval: 15_000 });
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (!query.data?.items.length) return null;
  return (
    <section>
      <h2>{t('desk.handedOver')}</h2>
      <ul>{query.data.items.map((item) => <li key={item.caseId}><Waiting item={item} /></li>)}</ul>
    </section>
  );
}

function Waiting({ item }: { item: HandOverList['items'][number] }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/hand-overs/${item.caseId}/take`, body));
  const take = async () => {
    if (await submit({})) go(`/desk/cases/${item.caseId}`);
  };
  return (
    <article className="card next">
      <p><strong>{item.number}</strong> {t('case.parties', { claimant: item.claimantName, employer: otherSide(item) })}</p>
      <p className="muted">{t('desk.handedBy', { name: item.handedBy, at: dayTime(item.at), reason: item.reason })}</p>
      {error ? <Failure error={error} /> : null}
      <Button type="primary" loading={busy} onClick={() => void take()}>{t('desk.take')}</Button>
    </article>
  );
}
