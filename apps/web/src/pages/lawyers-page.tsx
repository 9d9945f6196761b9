import { SPECIALTIES, type Specialty } from '@hejie/law';
import type { LawyerView } from '@hejie/lawyers/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { api } from '../api/client.js';
import { useSameRequest } from '../api/same-request.js';
import { dayTime, inLanguage } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';
import '../lawyers/texts.js';

export function LawyersPage() {
  const { t } = useTranslation();
  const { id } = useParams<{ id: string }>();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const request = useSameRequest();
  const [error, setError] = useState<unknown>();
  const query = useQuery({ queryKey: ['lawyers', id], queryFn: () => api.get<{ items: LawyerView[] }>(`/lawyers?caseId=${id}`) });
  const ask = async (lawyerId: string) => {
    try {
      await request.send(`/cases/${id}/lawyer-requests`, { lawyerId });
      await queries.invalidateQueries();
      go(`/cases/${id}`);
    } catch (e) {
      setError(e);
    }
  };
  const reason = ({ code, params }: LawyerView['reasons'][number]) =>
    t(`match.${code}`, { ...params, specialty: params['specialty'] ? inLanguage(SPECIALTIES[params['specialty'] as Specialty]) : '', at: params['at'] ? dayTime(String(params['at'])) : '' });
  return (
    <main>
      <h1>{t('lawyers.title')}</h1>
      <p className="muted">{t('lawyers.lead')}</p>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>
        {({ items }) => (
          <ol>
            {items.length === 0 ? <li className="card">{t('lawyers.empty')}</li> : null}
            {items.map((l) => (
              <li className="card" key={l.accountId}>
                <h2>{l.name} <span className="tag">{t(`lawyerKind.${l.kind}`)}</span></h2>
                <p>{l.specialties.map((s) => inLanguage(SPECIALTIES[s])).join('、')}</p>
                <p className="muted">{[l.region, l.languages.join('、'), t('lawyers.load', { load: l.load, capacity: l.capacity }), l.nextFreeAt ? t('lawyers.nextFree', { at: dayTime(l.nextFreeAt) }) : ''].filter(Boolean).join(' · ')}</p>
                {l.reasons.length ? <p className="row">{l.reasons.map((r) => <span className="tag ok" key={r.code}>{reason(r)}</span>)}</p> : null}
                <button className="btn" disabled={l.load >= l.capacity} onClick={() => void ask(l.accountId)}>{t('lawyers.ask', { name: l.name })}</button>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </main>
  );
}
