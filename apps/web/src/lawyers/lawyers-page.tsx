import { SPECIALTIES, type Specialty } from '@hejie/law';
import type { LawyerView } from '@hejie/lawyers/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { api } from '../api/client.js';
import { useSameRequest } from '../api/same-request.js';
import { dayTime, inLanguage, list } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';
import { LawyerFilters, useChosen } from './lawyer-filters.js';
import './lawyers.css';
import './texts.js';

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
  return (
    <main className="wide">
      <p><Link href={`/cases/${id}`}>← {t('lawyers.back')}</Link></p>
      <h1>{t('lawyers.title')}</h1>
      <p className="muted">{t('lawyers.lead')}</p>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>
        {({ items }) => <Offered items={items} ask={ask} />}
      </Loaded>
    </main>
  );
}

/** The lawyers who can be asked, best first, and what to choose them by. */
function Offered({ items, ask }: { items: LawyerView[]; ask: (lawyerId: string) => Promise<void> }) {
  const { t } = useTranslation();
  const chosen = useChosen(items);
  const reason = ({ code, params }: LawyerView['reasons'][number]) =>
    t(`match.${code}`, { ...params, specialty: params['specialty'] ? inLanguage(SPECIALTIES[params['specialty'] as Specialty]) : '' });
  return (
    <>
      {items.length > 1 ? <LawyerFilters items={items} left={chosen.length} /> : null}
      <ol className="lawyers">
        {chosen.length === 0 ? <li className="card">{t(items.length ? 'lawyers.noneLikeThat' : 'lawyers.empty')}</li> : null}
        {chosen.map((l) => (
          <li className="card" key={l.accountId}>
            <div className="row"><h2>{l.name}</h2><span className="tag">{t(`lawyerKind.${l.kind}`)}</span></div>
            <p>{list(l.specialties.map((s) => inLanguage(SPECIALTIES[s])))}</p>
            <p className="muted">
              {[l.region, list(l.languages), t('lawyers.load', { load: l.load, capacity: l.capacity })].filter(Boolean).join('\u00a0· ')}
              {l.nextFreeAt ? <><br />{t('lawyers.nextFree', { at: dayTime(l.nextFreeAt) })}</> : null}
              <br />{t('lawyers.licence', { number: l.licenceNumber })}
            </p>
            {/* when they are free is said above */}
            <p className="row">{l.reasons.filter((r) => r.code !== 'soon').map((r) => <span className="tag ok" key={r.code}>{reason(r)}</span>)}</p>
            <button className="btn" disabled={l.load >= l.capacity} onClick={() => void ask(l.accountId)}>{t(l.load >= l.capacity ? 'lawyers.full' : 'lawyers.ask', { name: l.name })}</button>
          </li>
        ))}
      </ol>
    </>
  );
}
