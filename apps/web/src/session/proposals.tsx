import type { CaseView } from '@hejie/cases/contract';
import { boundBy, type PartyKey, type ProposalAudience, type ProposalView, type SessionView, type Terms } from '@hejie/mediation/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSameRequest } from '../api/same-request.js';
import { dayTime, yuan } from '../design/format.js';
import { Failure, Loading } from '../design/parts.js';
import { TermsForm } from '../agreement/terms-form.js';
import { TermsView } from '../agreement/terms-view.js';
import { partyName, type Several } from '../respondents/party-name.js';
import { TermsShares } from '../shares/terms-shares.js';
import { WithWorkers } from '../shares/with-workers.js';
import '../agreement/texts.js';

const PLACE = 'proposals';

/** As which party one is here; undefined for who only looks on. */
const myKey = (session: SessionView): PartyKey | undefined => session.myRespondent ?? session.mySide ?? undefined;
const keyOfOffer = (p: ProposalView): PartyKey => p.byRespondent ?? p.bySide;
/** Whether one's word is asked for: not of one's own offer, nor of one that binds others. */
const asksMe = (p: ProposalView, session: SessionView): boolean => {
  const key = myKey(session);
  return key !== undefined && key !== 'mediator' && key !== keyOfOffer(p) && (key === 'claimant' || boundBy(p.terms).includes(key));
};

/** Before whom an offer can be put: everybody, or one party alone. */
export function audiencesIn(session: SessionView): ProposalAudience[] {
  const key = myKey(session);
  if (key === 'mediator') return ['all', 'claimant', 'respondent', ...session.rooms.flatMap((r) => r.respondent ?? [])];
  return key ? ['all', key as ProposalAudience] : [];
}

/** Brings somebody from the room to the proposals of the same page. */
export function toProposals(): void {
  const place = document.getElementById(PLACE);
  place?.scrollIntoView({ block: 'start' });
  place?.querySelector<HTMLElement>('select, button')?.focus({ preventScroll: true });
}

/** On a phone the room fills the screen: an offer that waits for an answer below it is told above it. */
export function ProposalWaits({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const waits = session.proposals.find((p) => p.state === 'open' && asksMe(p, session) && !p.acceptedSides.includes(myKey(session)!));
  if (!waits) return null;
  return <button type="button" className="btn big proposal-waits" onClick={toProposals}>{t('proposal.waits', { amount: yuan(waits.terms.totalFen) })}</button>;
}

/** What was offered, newest first, what one can do with it, and the form for an offer of one's own. */
export function Proposals({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const request = useSameRequest();
  const [countering, setCountering] = useState<string>();
  const [error, setError] = useState<unknown>();
  // what the case is about is what an offer begins with; who may not read the case begins from nothing
  const view = useQuery({ queryKey: ['case', session.caseId], queryFn: () => api.get<CaseView>(`/cases/${session.caseId}`) });
  const open = session.proposals.find((p) => p.state === 'open' && p.audience === 'all');
  const audiences = audiencesIn(session);
  const seated = seatedIn(session);
  const done = session.proposals.some((p) => p.state === 'accepted');
  // what was typed stays until the server has it
  const act = async (path: string, body: object = {}) => {
    setError(undefined);
    try {
      queries.setQueryData(['session', session.id], await request.send<SessionView>(path, body));
      setCountering(undefined);
      await queries.invalidateQueries();
    } catch (e) {
      setError(e);
    }
  };
  const offer = (terms: Terms, audience: ProposalAudience) => (countering ? act(`/proposals/${countering}/counter`, { terms }) : act(`/sessions/${session.id}/proposals`, { terms, audience }));
  return (
    <section className="card" id={PLACE}>
      <h2>{t('proposal.title')}</h2>
      {error ? <Failure error={error} /> : null}
      <ul className="list">
        {session.proposals.length === 0 ? <li className="muted">{t('proposal.none')}</li> : null}
        {[...session.proposals].reverse().map((p) => (
          <li key={p.id}>
            <ProposalCard proposal={p} session={session} />
            {p.state === 'open' ? <Acts proposal={p} session={session} act={(what) => void act(`/proposals/${p.id}/${what}`)} onCounter={() => setCountering(p.id)} /> : null}
          </li>
        ))}
      </ul>
      {!done && (!open || countering) ? (
        <>
          <h3>{t(countering ? 'proposal.counter' : 'proposal.make')}</h3>
          <WithWorkers caseId={session.caseId}>
            {(workers) => (view.isPending ? <Loading /> : <TermsForm key={`${countering} ${workers.map((w) => w.id).join(' ')}`} audiences={countering ? [] : audiences} claims={view.data?.facts.claims ?? []} workers={workers} respondents={seated} own={session.myRespondent} onSubmit={(terms, audience) => void offer(terms, audience)} />)}
          </WithWorkers>
        </>
      ) : null}
    </section>
  );
}

/** Of several respondents those for whom somebody is seated: nobody else can be bound. */
export function seatedIn(session: SessionView): Several {
  return session.respondents?.filter((r) => session.participants.some((p) => p.side === 'respondent' && (p.respondent ?? 'respondent') === r.key));
}

type What = 'accept' | 'refuse' | 'withdraw' | 'forward';

function Acts({ proposal: p, session, act, onCounter }: { proposal: ProposalView; session: SessionView; act: (what: What) => void; onCounter: () => void }) {
  const { t } = useTranslation();
  const mediator = session.mySide === 'mediator';
  const accepted = asksMe(p, session) && p.acceptedSides.includes(myKey(session)!);
  return (
    <div className="row">
      {keyOfOffer(p) === myKey(session) ? <button className="btn plain" onClick={() => act('withdraw')}>{t('proposal.withdraw')}</button> : null}
      {mediator && p.audience !== 'all' ? <button className="btn" onClick={() => act('forward')}>{t('proposal.forward')}</button> : null}
      {session.mySide === 'respondent' && keyOfOffer(p) !== myKey(session) && !asksMe(p, session) ? <p className="muted">{t('respondents.notYours')}</p> : null}
      {accepted ? <span className="tag ok">{t('respondents.youAccepted')}</span> : null}
      {asksMe(p, session) ? (
        <>
          {accepted ? null : <button className="btn" onClick={() => act('accept')}>{t('proposal.accept')}</button>}
          <button className="btn plain" onClick={onCounter}>{t('proposal.counter')}</button>
          <button className="btn danger" onClick={() => act('refuse')}>{t('proposal.refuse')}</button>
        </>
      ) : null}
    </div>
  );
}

function ProposalCard({ proposal: p, session: { caseId, respondents } }: { proposal: ProposalView; session: SessionView }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="row"><span className="amount">{yuan(p.terms.totalFen)}</span><span className={p.state === 'accepted' ? 'tag ok' : p.state === 'open' ? 'tag due' : 'tag'}>{t(`proposalState.${p.state}`)}</span>{p.audience === 'all' ? null : <span className="tag">{respondents?.some((r) => r.key === p.audience) ? t('respondents.only', { who: partyName(p.audience, respondents) }) : t(`proposal.to.${p.audience}`)}</span>}</div>
      <div className="muted">{t('proposal.by', { name: p.byName, side: partyName(keyOfOffer(p), respondents), at: dayTime(p.madeAt) })}</div>
      <TermsView terms={p.terms} respondents={respondents} />
      <TermsShares caseId={caseId} terms={p.terms} open={p.state === 'open'} />
    </>
  );
}
