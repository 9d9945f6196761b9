import { CLAIM_KINDS, claimKindsFor, DISPUTE_TYPES, disputeTypes, type ClaimKind, type DisputeType } from '@hejie/law';
import type { Receipt } from '@hejie/cases/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newRequestId } from '../api/client.js';
import { dayTime, inLanguage } from '../design/format.js';
import { Failure, Field } from '../design/parts.js';
import { Amount } from './file-page.js';

/** An operator files during the call: one page, one request, a number to read out. */
export function QuickIntake() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId());
  const [f, setF] = useState({ name: '', phone: '', type: 'UNPAID_WAGES' as DisputeType, employer: '', region: '', claim: 'unpaid_wages' as ClaimKind, story: '' });
  const [amountFen, setAmount] = useState<number>();
  const [consent, setConsent] = useState(false);
  const [receipt, setReceipt] = useState<Receipt>();
  const [error, setError] = useState<unknown>();
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
    setReceipt(await api.post<Receipt>('/cases/quick', { requestId, behalf: { name: f.name, phone: f.phone, consent: t('intake.consentText') }, facts }));
    setRequestId(newRequestId());
    await queries.invalidateQueries();
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); setError(undefined); file().catch(setError); }}>
      <h2>{t('intake.title')}</h2>
      {error ? <Failure error={error} /> : null}
      <div role="status">{receipt ? <p className="card next"><strong>{receipt.number}</strong> · {receipt.claimantName} · {dayTime(receipt.filedAt)}</p> : null}</div>
      <Field label={t('intake.name')}><input value={f.name} onChange={(e) => set({ name: e.target.value })} required /></Field>
      <Field label={t('intake.phone')}><input inputMode="tel" value={f.phone} onChange={(e) => set({ phone: e.target.value })} required /></Field>
      <Field label={t('case.type')}><select value={f.type} onChange={(e) => set({ type: e.target.value as DisputeType })}>{disputeTypes.map((d) => <option key={d} value={d}>{inLanguage(DISPUTE_TYPES[d])}</option>)}</select></Field>
      <Field label={t('case.employer')}><input value={f.employer} onChange={(e) => set({ employer: e.target.value })} required minLength={2} /></Field>
      <Field label={t('file.employer.region')}><input value={f.region} onChange={(e) => set({ region: e.target.value })} required minLength={2} /></Field>
      <Field label={t('case.claims')}><select value={f.claim} onChange={(e) => set({ claim: e.target.value as ClaimKind })}>{claimKindsFor([f.type]).map((k) => <option key={k} value={k}>{inLanguage(CLAIM_KINDS[k])}</option>)}</select></Field>
      <Amount label={t('proposal.amount')} fen={amountFen} onChange={setAmount} />
      <Field label={t('case.story')}><textarea value={f.story} onChange={(e) => set({ story: e.target.value })} required minLength={5} /></Field>
      <label className="choice"><input type="checkbox" checked={consent} onChange={(e) => setConsent(e.target.checked)} required />{t('intake.consentText')}</label>
      <button className="btn">{t('file.submit')}</button>
    </form>
  );
}
