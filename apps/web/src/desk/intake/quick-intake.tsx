import type { Receipt } from '@hejie/cases/contract';
import { CLAIM_KINDS, claimKindsFor, DISPUTE_TYPES, disputeTypes, type ClaimKind, type DisputeType } from '@hejie/law';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { dayTime, inLanguage } from '../../design/format.js';
import { Failure, Field } from '../../design/parts.js';
import { Amount } from '../../design/amount.js';

const EMPTY = { name: '', phone: '', type: 'UNPAID_WAGES' as DisputeType, employer: '', region: '', claim: 'unpaid_wages' as ClaimKind, story: '' };

/** An officer files during the call: one page, one request, a number to read out. */
export function QuickIntake() {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post<Receipt>('/cases/quick', body));
  const [f, setF] = useState(EMPTY);
  const [amountFen, setAmount] = useState<number>();
  const [consent, setConsent] = useState(false);
  const [receipt, setReceipt] = useState<Receipt>();
  const set = (part: Partial<typeof f>) => setF({ ...f, ...part });
  const file = async () => {
    const facts = {
      disputeTypes: [f.type],
      region: f.region,
      employer: { name: f.employer },
      employment: { contract: 'unsure', insured: 'unsure', platformWork: false },
      claims: [{ kind: f.claim, ...(amountFen === undefined ? {} : { amountFen }) }],
      story: f.story,
    };
    setReceipt(await submit({ behalf: { name: f.name, phone: f.phone, consent: t('intake.consentText') }, facts }));
  };
  const next = () => {
    setReceipt(undefined);
    setF(EMPTY);
    setAmount(undefined);
    setConsent(false);
  };
  if (receipt) return <ReadOut receipt={receipt} next={next} />;
  return (
    <form className="card two-columns" onSubmit={(e) => { e.preventDefault(); void file(); }}>
      {error ? <Failure error={error} /> : null}
      <Field label={t('intake.name')}><input value={f.name} onChange={(e) => set({ name: e.target.value })} required autoComplete="off" /></Field>
      <Field label={t('intake.phone')}><input inputMode="tel" value={f.phone} onChange={(e) => set({ phone: e.target.value })} required autoComplete="off" /></Field>
      <Field label={t('case.employer')}><input value={f.employer} onChange={(e) => set({ employer: e.target.value })} required minLength={2} /></Field>
      <Field label={t('file.employer.region')}><input value={f.region} onChange={(e) => set({ region: e.target.value })} required minLength={2} /></Field>
      <Field label={t('case.type')}><select value={f.type} onChange={(e) => set({ type: e.target.value as DisputeType, claim: claimKindsFor([e.target.value as DisputeType])[0]! })}>{disputeTypes.map((d) => <option key={d} value={d}>{inLanguage(DISPUTE_TYPES[d])}</option>)}</select></Field>
      <Field label={t('case.claims')}><select value={f.claim} onChange={(e) => set({ claim: e.target.value as ClaimKind })}>{claimKindsFor([f.type]).map((k) => <option key={k} value={k}>{inLanguage(CLAIM_KINDS[k])}</option>)}</select></Field>
      <Amount label={t('proposal.amount')} fen={amountFen} onChange={setAmount} />
      <div className="whole"><Field label={t('case.story')}><textarea value={f.story} onChange={(e) => set({ story: e.target.value })} required minLength={5} /></Field></div>
      <label className="choice whole"><input type="checkbox" checked={consent} onChange={(e) => setConsent(e.target.checked)} required />{t('intake.consentText')}</label>
      <Button htmlType="submit" type="primary" loading={busy}>{t('file.submit')}</Button>
    </form>
  );
}

/** What the caller is told before they hang up. */
function ReadOut({ receipt, next }: { receipt: Receipt; next: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="card next" role="status">
      <h2>{t('intake.readOut')}</h2>
      <p className="amount">{receipt.number}</p>
      <p>{receipt.claimantName} · {receipt.employerName} · {dayTime(receipt.filedAt)}</p>
      <p>{t('intake.told', { responsible: receipt.responsible, hotline: receipt.hotline })}</p>
      <div className="row">
        <Link className="btn" href={`/cases/${receipt.caseId}/lawyers`}>{t('receipt.chooseLawyer')}</Link>
        <Link className="btn plain" href={`/desk/cases/${receipt.caseId}`}>{t('receipt.toCase')}</Link>
        <Button onClick={next}>{t('intake.next')}</Button>
      </div>
    </section>
  );
}
