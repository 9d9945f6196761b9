import type { AgreementView } from '@hejie/mediation/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { day, dayTime, list, yuan } from '../design/format.js';
import { Failure, Field, Loaded } from '../design/parts.js';
import { Explained } from '../design/terms.js';
import { inOrder, partyName } from '../respondents/party-name.js';
import { SharesCard, useShares } from '../shares/shares-card.js';
import { FairnessCard } from './fairness-card.js';
import { TermsView } from './terms-view.js';
import './texts.js';
import '../case/texts.js';

export function AgreementPage() {
  const { id } = useParams<{ id: string }>();
  const query = useQuery({ queryKey: ['agreement', id], queryFn: () => api.get<AgreementView>(`/agreements/${id}`), refetchInterval: 5000 });
  return <main className="wide"><Loaded query={query}>{(agreement) => <Agreement agreement={agreement} />}</Loaded></main>;
}

function Agreement({ agreement: a }: { agreement: AgreementView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useMe();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const act = (work: () => Promise<unknown>) => {
    setError(undefined);
    work().then(() => queries.invalidateQueries(), setError);
  };
  const parties = a.respondents ? list(a.respondents.filter((r) => r.bound).map((r) => r.name)) : a.employerName;
  const notBound = a.respondents?.filter((r) => !r.bound) ?? [];
  const mine = a.signatures.find((s) => s.mine);
  const staff = !me.data?.roles.includes('person');
  // the employer's side has no part in it; mediator and worker sign after both have confirmed
  const unconfirmed = a.fairness !== null && !(a.fairness.confirmed.claimant && a.fairness.confirmed.mediator);
  // for the workers' side signs who has the consent of each of them
  const shares = useShares(a.id, a.terms.shares !== undefined);
  const pending = mine?.role === 'claimant' ? (shares.data?.items.filter((i) => !i.acceptedAt).length ?? 0) : 0;
  const maySign = mine?.readAt && !mine.signedAt && !unconfirmed && pending === 0;
  const allSigned = a.signatures.every((s) => s.signedAt);
  return (
    <>
      <p><Link href={`/cases/${a.caseId}`}>← {t('case.back')}</Link></p>
      <h1>{t('agreement.title')}</h1>
      <p className="muted">{a.number} <span className={a.status === 'sealed' ? 'tag ok' : 'tag due'}>{t(`agreement.${a.status}`)}</span></p>
      {error ? <Failure error={error} /> : null}
      <div className="cols">
        <div>
          <section className="card">
            <p>{t('agreement.parties', { claimant: a.claimantName, employer: parties })}</p>
            <p className="amount">{yuan(a.terms.totalFen)}</p>
            <p>{a.amountInWords}</p>
            <TermsView terms={a.terms} instalments={false} respondents={a.respondents} />
            {notBound.length ? <p className="muted">{t('respondents.notBound', { who: list(notBound.map((r) => r.name)) })}</p> : null}
            <h2>{t('agreement.instalments')}</h2>
            <ul className="list">
              {a.instalments.map((x) => (
                <li key={x.n} className="row ends">
                  <span>{t('proposal.instalment', { n: x.n, date: day(x.dueDate), amount: yuan(x.amountFen) })}{x.by && a.respondents ? ` · ${partyName(x.by, a.respondents)}` : ''}</span>
                  {x.paidAt ? <span className="tag ok">{t('agreement.paid')}</span> : a.status === 'sealed' && !a.terms.shares ? <button className="btn plain" onClick={() => act(() => api.post(`/agreements/${a.id}/instalments/${x.n}/paid`, {}))}>{t('agreement.confirmPaid', { n: x.n })}</button> : null}
                </li>
              ))}
            </ul>
            <ol className="list">{[1, 2, 3].map((n) => <li key={n}><Explained text={t(`agreement.clause${n}`)} /></li>)}</ol>
          </section>
          {a.terms.shares ? <SharesCard agreementId={a.id} /> : null}
          {a.fairness && a.status === 'signing' ? <FairnessCard fairness={a.fairness} totalFen={a.terms.totalFen} side={mine?.role === 'claimant' || mine?.role === 'mediator' ? mine.role : undefined} onConfirm={() => act(() => api.post(`/agreements/${a.id}/fairness-confirmation`))} /> : null}
        </div>
        <div>
          <section className="card">
            <h2>{t('agreement.signatures')}</h2>
            <ul className="list">
              {inOrder(a.signatures, (s) => s.role, a.respondents).map((s) => <li key={s.role} className="row"><strong>{partyName(s.role, a.respondents, true)}</strong> {s.name} {s.signedAt ? <span className="tag ok">{t('agreement.signedAt', { at: dayTime(s.signedAt) })}</span> : <span className="tag due">{t('agreement.unsigned')}</span>}</li>)}
            </ul>
            {a.status === 'signing' ? <p><a href={`/api/agreements/${a.id}/text`} target="_blank" rel="noreferrer">{t('agreement.fullText')}</a></p> : null}
            {mine && !mine.readAt ? <button className="btn big" onClick={() => act(() => api.post(`/agreements/${a.id}/read`))}>{t('agreement.iRead')}</button> : null}
            {mine?.readAt && !mine.signedAt && unconfirmed ? <p className="muted">{t('fairness.first')}</p> : null}
            {mine?.readAt && !mine.signedAt && pending ? <p className="muted">{t('shares.first', { count: pending })}</p> : null}
            {a.terms.shares && a.status === 'signing' && !staff && (!mine || mine.role === 'claimant') ? <p><Link className="btn plain" href="/groups">{t('shares.ownAmount')}</Link></p> : null}
            {maySign && staff ? <button className="btn big" onClick={() => act(() => api.post(`/agreements/${a.id}/sign`, {}))}>{t('agreement.sign')}</button> : null}
            {maySign && !staff ? (
              <form onSubmit={(e) => { e.preventDefault(); act(() => api.post(`/agreements/${a.id}/sign`, { code })); }}>
                <button type="button" className="btn plain" onClick={() => act(async () => { await api.post('/auth/confirmation-codes', { purpose: 'sign_agreement', subject: a.id }); setAsked(true); })}>{t('agreement.getCode')}</button>
                {asked ? (
                  <>
                    <Field label={t('agreement.code')}><input inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(e) => setCode(e.target.value)} required /></Field>
                    <button className="btn" disabled={code.length !== 6}>{t('agreement.sign')}</button>
                  </>
                ) : null}
              </form>
            ) : null}
            {a.status === 'signing' && allSigned && staff ? <button className="btn big" onClick={() => act(() => api.post(`/agreements/${a.id}/seal`))}>{t('agreement.seal')}</button> : null}
          </section>
          {a.status === 'sealed' ? (
            <section className="card next">
              <h2>{t('agreement.sealedTitle')}</h2>
              <p>{dayTime(a.sealedAt!)}</p>
              <a className="btn" href={`/api/agreements/${a.id}/pdf`} target="_blank" rel="noreferrer">{t('agreement.pdf')}</a>{' '}
              <Link className="btn plain" href={`/verify?${new URLSearchParams({ number: a.number, hash: a.sha256! })}`}>{t('agreement.verify')}</Link>
              <p className="muted">{t('agreement.fingerprint', { hash: a.sha256 })}</p>
            </section>
          ) : null}
        </div>
      </div>
    </>
  );
}
