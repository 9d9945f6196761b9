import { DISPUTE_TYPES } from '@hejie/law';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '../../api/client.js';
import { dayTime, inLanguage, list, yuan } from '../../design/format.js';
import { Failure, Field } from '../../design/parts.js';
import { otherSide } from '../../respondents/names.js';
import { DeskIcon } from '../icons.js';
import type { LawyerRequest } from './use-requests.js';

const HOUR_MS = 3_600_000;

/** One worker's request: names, then "no conflict", then the facts and yes or no. Its reason and errors are its own. */
export function RequestCard({ request: r }: { request: LawyerRequest }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const act = async (verb: 'declare' | 'accept' | 'decline', body: object = {}) => {
    setBusy(true);
    setError(undefined);
    try {
      const answered = await api.post<LawyerRequest>(`/lawyer-requests/${r.id}/${verb}`, body);
      await queries.invalidateQueries();
      if (verb === 'accept' && answered.facts) go(`/desk/cases/${answered.facts.caseId}`);
    } catch (e) {
      setError(e);
    }
    setBusy(false);
  };
  const hours = Math.max(0, Math.floor((Date.parse(r.expiresAt) - Date.now()) / HOUR_MS));
  return (
    <article className="card request" aria-label={t('request.of', { claimant: r.claimantName, employer: otherSide(r) })}>
      <header className="row">
        <strong>{t('case.parties', { claimant: r.claimantName, employer: otherSide(r) })}</strong>
        <span className={`due ${hours < 4 ? 'soon' : 'calm'}`}><strong><DeskIcon of="clock" /> {t('request.hoursLeft', { count: hours })}</strong> <span className="muted">{t('desk.answerBy', { at: dayTime(r.expiresAt) })}</span></span>
      </header>
      {error ? <Failure error={error} /> : null}
      {r.facts ? (
        <>
          <p>{list(r.facts.disputeTypes.map((d) => inLanguage(DISPUTE_TYPES[d])))} <strong>{yuan(r.facts.amountClaimedFen)}</strong></p>
          <p className="story">{r.facts.story}</p>
          {declining ? (
            <form onSubmit={(e) => { e.preventDefault(); void act('decline', { reason }); }}>
              <Field label={t('desk.declineReason')}><input autoFocus value={reason} onChange={(e) => setReason(e.target.value)} required minLength={2} maxLength={300} /></Field>
              <div className="row"><Button htmlType="submit" danger loading={busy}>{t('request.sendDecline')}</Button><Button onClick={() => setDeclining(false)}>{t('desk.cancel')}</Button></div>
            </form>
          ) : (
            <div className="row"><Button type="primary" loading={busy} onClick={() => void act('accept')}>{t('desk.accept')}</Button><Button onClick={() => setDeclining(true)}>{t('desk.decline')}</Button></div>
          )}
        </>
      ) : (
        <>
          <p className="muted">{t('desk.declareFirst')}</p>
          <div className="row">
            <Button type="primary" disabled={busy} onClick={() => void act('declare', { conflict: false })}>{t('desk.noConflict')}</Button>
            <Button danger disabled={busy} onClick={() => void act('declare', { conflict: true })}>{t('desk.conflict')}</Button>
          </div>
        </>
      )}
    </article>
  );
}
