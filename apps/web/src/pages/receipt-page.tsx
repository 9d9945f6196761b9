import type { Receipt } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { dayTime } from '../design/format.js';
import { Loaded } from '../design/parts.js';

export function ReceiptPage() {
  const { t } = useTranslation();
  const { id } = useParams<{ id: string }>();
  const query = useQuery({ queryKey: ['receipt', id], queryFn: () => api.get<Receipt>(`/cases/${id}/receipt`) });
  return (
    <main>
      <Loaded query={query}>
        {(r) => (
          <>
            <h1>{t('receipt.title')}</h1>
            <div className="card">
              <p className="amount">{r.number}</p>
              <dl className="facts">
                <dt>{t('receipt.at')}</dt><dd>{dayTime(r.filedAt)}</dd>
                <dt>{t('case.claimant')}</dt><dd>{r.claimantName}</dd>
                <dt>{t('case.employer')}</dt><dd>{r.employerName}</dd>
                <dt>{t('receipt.responsible')}</dt><dd>{r.responsible}</dd>
                <dt>{t('receipt.hotline')}</dt><dd><a href={`tel:${r.hotline}`}>{r.hotline}</a></dd>
              </dl>
            </div>
            <p>{t('receipt.proof')}</p>
            <div className="row noprint">
              <Link className="btn" href={`/cases/${id}/lawyers`}>{t('receipt.chooseLawyer')}</Link>
              <Link className="btn plain" href={`/cases/${id}`}>{t('receipt.toCase')}</Link>
              <button className="btn plain" onClick={() => print()}>{t('action.print')}</button>
            </div>
          </>
        )}
      </Loaded>
    </main>
  );
}
