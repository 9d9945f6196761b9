import type { CaseView, DelegationView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { dayTime } from '../design/format.js';
import { Failure, Icon } from '../design/parts.js';
import { Unfold } from '../design/unfold.js';
import { standsTogether, useGroup } from '../group/use-group.js';
import { LetterScope } from './letter-scope.js';
import './texts.js';

const GrantLetter = lazy(async () => ({ default: (await import('./grant-letter.js')).GrantLetter }));

/** Of these, the server tells of letters; how low a delegate may go is not for the other side's ears. */
const READERS: readonly string[] = ['claimant', 'representative', 'delegate', 'counsel', 'officer', 'department'];
const GRANTORS: readonly string[] = ['claimant', 'representative'];
const OVER: readonly string[] = ['closed', 'withdrawn'];

/** Letters of authority: who of the union acts for the workers, for what, until when; and giving one, or taking it back. */
export function LettersCard({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const reads = view.relations.some((r) => READERS.includes(r));
  const group = useGroup(view.id);
  const query = useQuery({ queryKey: ['delegations', view.id], queryFn: () => api.get<{ items: DelegationView[] }>(`/cases/${view.id}/delegations`), enabled: reads });
  if (!reads) return null;
  if (!query.data && query.error) return <section className="card"><h2>{t('letter.title')}</h2><Failure error={query.error} retry={() => void query.refetch()} /></section>;
  const letters = query.data?.items ?? [];
  const grants = view.relations.some((r) => GRANTORS.includes(r)) && !OVER.includes(view.status);
  // the letter is the workers' to give; their lawyer may write it for them to sign
  const prepares = view.relations.includes('counsel') && !OVER.includes(view.status);
  // one worker alone mostly has a lawyer instead; workers who stand together are told of it
  if (letters.length === 0 && !((grants || prepares) && standsTogether(view, group.data))) return null;
  return (
    <section className="card" aria-labelledby="letters-title">
      <h2 id="letters-title">{t('letter.title')}</h2>
      {letters.length === 0 ? <p className="muted">{t('letter.none')}</p> : <ul className="list">{letters.map((l) => <li key={l.id}><Letter caseId={view.id} letter={l} revocable={grants && l.state === 'valid'} /></li>)}</ul>}
      <p className="muted"><Icon of="lock" /> {t('letter.readers')}</p>
      {prepares ? <p className="muted">{t('letter.prepareHint')} <Link href={`/cases/${view.id}/papers/power_of_attorney`}>{t('letter.paperMake')}</Link></p> : null}
      {grants ? <Unfold title={t('letter.give')}>{(close) => <GrantLetter caseId={view.id} done={close} />}</Unfold> : null}
    </section>
  );
}

function Letter({ caseId, letter: l, revocable }: { caseId: string; letter: DelegationView; revocable: boolean }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(() => api.post(`/cases/${caseId}/delegations/revocation`, { delegationId: l.id }));
  const revoke = () => {
    if (confirm(t('letter.revokeSure', { name: l.delegateName }))) void submit({});
  };
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <strong>{l.delegateName}</strong> <LetterScope powers={l.powers} validUntil={l.validUntil} state={l.state} leastTotalFen={l.leastTotalFen} />
      <div className="muted">{t('letter.given', { by: l.grantedBy, at: dayTime(l.grantedAt), count: l.workers })}</div>
      <div className="row">
        <a href={`/api/cases/${caseId}/evidence/${l.evidenceId}/file`} target="_blank" rel="noreferrer">{t('letter.paper')}</a>
        {revocable ? <button type="button" className="btn danger" disabled={busy} onClick={revoke}>{t('letter.revoke')}</button> : null}
      </div>
    </>
  );
}
