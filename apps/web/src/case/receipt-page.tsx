import type { CaseView, Receipt } from '@hejie/cases/contract';
import { ANSWER_HOURS } from '@hejie/lawyers/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { day, dayTime } from '../design/format.js';
import { Loaded } from '../design/parts.js';
import { Explained } from '../design/terms.js';
import { otherSide } from '../respondents/names.js';
import './texts.js';
import '../filing/texts.js';

/** Proof that and when it was asked for, what happens next and by when, who is responsible, and whom to call. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const { id } = useParams<{ id: string }>();
  const query = useQuery({ queryKey: ['receipt', id], queryFn: () => api.get<Receipt>(`/cases/${id}/receipt`) });
  const view = useQuery({ queryKey: ['case', id], queryFn: () => api.get<CaseView>(`/cases/${id}`) });
  const waiting = view.data?.status === 'filed';
  const due = view.data?.mediationDue;
  return (
    <main>
      <Loaded query={query}>
        {(r) => (
          <>
            <h1>{t('receipt.title')}</h1>
            <div className="card">
              <p className="amount">{r.number}</p>
              <dl className="facts">
                <dt>{t('receipt.at')}</dt><dd><span className="keep">{dayTime(r.filedAt)}</span></dd>
                <dt>{t('case.claimant')}</dt><dd>{r.claimantName}</dd>
                <dt>{t('case.employer')}</dt><dd>{otherSide(r)}</dd>
                <dt>{t('receipt.responsible')}</dt><dd>{r.responsible}</dd>
                <dt>{t('receipt.hotline')}</dt><dd><a href={`tel:${r.hotline}`}>{r.hotline}</a></dd>
              </dl>
              <p className="muted"><Explained text={t('receipt.proof')} /></p>
            </div>
            <section className="card next">
              <h2>{t('receipt.nextTitle')}</h2>
              <ol className="numbered">
                <li><strong>{t('receipt.next1')}</strong><br />{t('receipt.next1By', { count: ANSWER_HOURS })}</li>
                <li><strong>{t('receipt.next2')}</strong><br />{due ? t('receipt.next2By', { responsible: r.responsible, date: day(due.lastDate) }) : t('receipt.next2Who', { responsible: r.responsible })}</li>
                <li><strong>{t('receipt.next3')}</strong><br /><Explained text={t('receipt.next3How')} /></li>
              </ol>
            </section>
            <div className="row noprint">
              {waiting ? <Link className="btn" href={`/cases/${id}/lawyers`}>{t('receipt.chooseLawyer')}</Link> : null}
              <Link className={waiting ? 'btn plain' : 'btn'} href={`/cases/${id}`}>{t('receipt.toCase')}</Link>
              <button className="btn plain" onClick={() => print()}>{t('action.print')}</button>
            </div>
          </>
        )}
      </Loaded>
    </main>
  );
}
