import { CLAIM_KINDS, DISPUTE_TYPES } from '@hejie/law';
import type { CasePath, CaseView, RespondentView } from '@hejie/cases/contract';
import type { AgreementView } from '@hejie/mediation/contract';
import type { RoomView } from '@hejie/rooms/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useParams } from 'wouter';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { useSameRequest } from '../api/same-request.js';
import { day, daysLeft, dayTime, inLanguage, list, yuan } from '../design/format.js';
import { lawText } from '../design/law-text.js';
import { Failure, Field, Icon, Loaded } from '../design/parts.js';
import { Explained } from '../design/terms.js';
import { LettersCard } from '../delegation/letters-card.js';
import { GroupCard } from '../group/group-card.js';
import { AnswerForm, AnswerText } from './answer-form.js';
import { EscalationPanel } from '../escalation/escalation-panel.js';
import { EvidencePanel } from '../evidence/evidence-panel.js';
import { relationOf } from '../respondents/relation-of.js';
import { RespondentsRows } from '../respondents/respondents-rows.js';
import { PaymentReceipt } from '../agreement/payment-receipt.js';
import { StatusTag } from './status-tag.js';
import { NextClock } from '../case-rights/next-clock.js';
import { useAsksFinality } from '../case-rights/use-asks-finality.js';
import '../agreement/texts.js';
import './texts.js';
import '../filing/texts.js';
import '../invite/texts.js';
import { CaseTimeline } from '../timeline/case-timeline.js';

interface SessionItem { id: string; startsAt: string; status: string; outcome: string | null }

/** One case, for its parties: what to do now on top, then the timeline and what belongs to it. Staff have it on their desk. */
export function CasePage() {
  const { id } = useParams<{ id: string }>();
  const staff = !useMe().data?.roles.includes('person');
  return staff ? <Redirect to={`/desk/cases/${id}`} replace /> : <PartyCase id={id} />;
}

function PartyCase({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['case', id], queryFn: () => api.get<CaseView>(`/cases/${id}`), refetchInterval: 15_000 });
  return <main className="wide"><Loaded query={query}>{(view) => <Case view={view} />}</Loaded></main>;
}

function Case({ view }: { view: CaseView }) {
  const beside = view.relations.includes('co_respondent');
  const side = beside || view.relations.includes('respondent') ? 'respondent' : 'claimant';
  return (
    <>
      <div className="row"><h1>{view.number}</h1><StatusTag status={view.status} outcome={view.outcome} /></div>
      <div className="cols">
        <div>
          {beside ? <AnswerFirst view={view} /> : <NextCard view={view} side={side} />}
          <PaymentReceipt view={view} />
          {beside ? null : (
            <>
              <GroupCard view={view} />
              <LettersCard view={view} />
            </>
          )}
          <Sessions caseId={view.id} />
          <Agreements caseId={view.id} />
          {side === 'respondent' && !['closed', 'withdrawn'].includes(view.status) ? <AnswerForm key={view.answer?.version} view={view} /> : null}
          {side !== 'respondent' ? <PathForm view={view} /> : null}
          <CaseTimeline caseId={view.id} newest={NEWEST} />
        </div>
        <div>
          <EvidencePanel caseId={view.id} visibility="private" organise />
          {INVITING.includes(view.status) ? view.respondents.map((r) => <InviteForm key={r.number} view={view} of={r} />) : null}
          {side !== 'respondent' ? <EscalationPanel view={view} later={view.status !== 'mediation_failed' && !LEADS_ON.includes(view.path)} /> : null}
          <Facts view={view} />
        </div>
      </div>
    </>
  );
}

/** While both sides may still talk. */
const UNSETTLED: readonly string[] = ['filed', 'consulting', 'negotiating', 'mediating'];
/** While the employer can still be asked to the table. */
const INVITING: readonly string[] = [...UNSETTLED, 'mediation_failed'];

/** Ways that end before the commission or a court; a lawyer by legal aid stands up there too. */
const LEADS_ON: readonly (CasePath | null)[] = ['arbitration', 'court', 'legal_aid'];

/** From how many days before its safe date on the period stands out, as on the page of dates. */
const SOON_DAYS = 7;

function NextCard({ view, side }: { view: CaseView; side: string }) {
  const { t } = useTranslation();
  const rooms = useQuery({ queryKey: ['rooms', view.id], queryFn: () => api.get<{ items: RoomView[] }>(`/rooms?caseId=${view.id}`), refetchInterval: 10_000 });
  const requests = useQuery({
    queryKey: ['lawyer-requests', view.id],
    queryFn: () => api.get<{ items: { lawyerName: string; status: string; expiresAt: string }[] }>(`/cases/${view.id}/lawyer-requests`),
    enabled: side === 'claimant',
  });
  const waiting = requests.data?.items.find((r) => r.status === 'open');
  const consult = rooms.data?.items.find((r) => r.kind === 'consult');
  const met = useSessions(view.id).data?.items.some((s) => s.status === 'open') ?? false;
  const agreed = useAgreements(view.id).data?.items.find((a) => a.status === 'sealed');
  const answered = side === 'respondent' && view.answer !== null && UNSETTLED.includes(view.status);
  // the case is over here, but the days to sue run
  const awarded = view.status === 'closed' && view.outcome === 'awarded';
  const asksFinality = useAsksFinality(view.id, awarded && side === 'claimant');
  const due = view.mediationDue;
  const left = due ? daysLeft(due.lastDate) : 0;
  return (
    <section className="card next">
      <h2>{t('case.now')}</h2>
      <p>{waiting ? t('case.waitingLawyer', { name: waiting.lawyerName, at: dayTime(waiting.expiresAt) }) : <Explained text={t(met ? 'case.next.session' : answered ? 'case.next.answered' : awarded ? `case.next.${side}.${asksFinality ? 'asksFinality' : 'awarded'}` : `case.next.${side}.${view.status}`)} />}</p>
      <NextClock caseId={view.id} enabled={side === 'claimant' && view.status !== 'draft'} />
      {due && side !== 'respondent' ? (
        <p>
          <span className={left < 0 ? 'tag bad' : daysLeft(due.safeDate) <= SOON_DAYS ? 'tag due' : 'tag'}><Icon of="clock" /> {left < 0 ? t('case.daysOver', { days: -left }) : t('case.daysLeft', { days: left })}</span>{' '}
          <strong>{t(due.safeDate === due.lastDate ? 'case.mediationDueOn' : 'case.mediationDue', { safe: day(due.safeDate), last: day(due.lastDate) })}</strong> <span className="muted">{lawText(due.source)}</span>
          {due.provisional.map((p) => <span key={p.zh} role="note"> {inLanguage(p)}</span>)}
        </p>
      ) : null}
      <div className="row">
        {side === 'claimant' && view.status === 'filed' && !waiting ? <Link className="btn" href={`/cases/${view.id}/lawyers`}>{t('receipt.chooseLawyer')}</Link> : null}
        {agreed && view.status === 'agreed' ? <Link className="btn" href={`/agreements/${agreed.id}`}>{t(`case.pay.${side}`)}</Link> : null}
        {consult ? <Link className={met || agreed || awarded ? 'btn plain' : 'btn'} href={`/rooms/${consult.id}`}>{consult.unread ? t(consult.mentions ? 'case.consultMentions' : 'case.consultUnread', { unread: consult.unread }) : t('case.consult')}</Link> : null}
        <Link className={awarded ? 'btn' : 'btn plain'} href={`/cases/${view.id}/rights`}>{t('case.rights')}</Link>
        <Link className="btn plain" href={`/cases/${view.id}/papers`}>{t('case.papers')}</Link>
        {side === 'claimant' ? <Link className="btn plain" href={`/cases/${view.id}/receipt`}>{t('case.receipt')}</Link> : null}
      </div>
    </section>
  );
}

/** What somebody named beside the employer should do now. */
function AnswerFirst({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const over = !INVITING.includes(view.status);
  return (
    <section className="card next">
      <h2>{t('case.now')}</h2>
      <p>{t(`case.next.beside.${over ? 'over' : view.answer ? 'answered' : 'open'}`)}</p>
      <div className="row"><Link className="btn plain" href={`/cases/${view.id}/papers`}>{t('case.papers')}</Link></div>
    </section>
  );
}

function Facts({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { facts: f } = view;
  return (
    <section className="card">
      <h2>{t('case.facts')}</h2>
      <dl className="facts">
        <dt>{t('case.type')}</dt><dd>{list((f.disputeTypes ?? []).map((d) => inLanguage(DISPUTE_TYPES[d])))}</dd>
        <dt>{t('case.claimant')}</dt><dd>{f.claimant?.name}</dd>
        <RespondentsRows view={view} />
        {f.employment?.startDate ? <><dt>{t('case.since')}</dt><dd>{day(f.employment.startDate)}</dd></> : null}
        {f.employment?.monthlyWageFen ? <><dt>{t('case.wage')}</dt><dd>{yuan(f.employment.monthlyWageFen)}</dd></> : null}
        <dt>{t('case.claims')}</dt>
        <dd><ul>{(f.claims ?? []).map((c, i) => <li key={i}>{inLanguage(CLAIM_KINDS[c.kind])} {c.amountFen === undefined ? null : <span className="keep">{yuan(c.amountFen)}</span>}</li>)}</ul></dd>
        <dt>{t('case.story')}</dt><dd>{f.story}</dd>
        {f.privateNote ? <><dt><Icon of="lock" /> {t('case.private')}</dt><dd>{f.privateNote}</dd></> : null}
        {view.filedFor ? <><dt>{t('case.filedFor')}</dt><dd>{t('case.filedForBy', { by: view.filedFor.by, consent: view.filedFor.consent })}</dd></> : null}
        {view.answer ? <><dt>{view.otherAnswers.length ? t('respondents.answer', { nth: t('respondents.nth.1') }) : t('case.answer')}</dt><dd><AnswerText answer={view.answer} /></dd></> : null}
        {view.otherAnswers.map(({ number, answer }) => <Fragment key={number}><dt>{t('respondents.answer', { nth: t(`respondents.nth.${number}`) })}</dt><dd><AnswerText answer={answer} /></dd></Fragment>)}
        <dt>{t('case.people')}</dt><dd>{list(view.members.map((m) => t('case.person', { name: m.name, relation: relationOf(m, view) })))}</dd>
      </dl>
    </section>
  );
}

/** As many entries of the timeline are shown before one asks for all. */
const NEWEST = 6;

const useSessions = (caseId: string) => useQuery({ queryKey: ['case-sessions', caseId], queryFn: () => api.get<{ items: SessionItem[] }>(`/cases/${caseId}/sessions`), refetchInterval: 10_000 });
const useAgreements = (caseId: string) => useQuery({ queryKey: ['case-agreements', caseId], queryFn: () => api.get<{ items: AgreementView[] }>(`/cases/${caseId}/agreements`), refetchInterval: 10_000 });

/** The meetings; those to come or under way stand out, those that are over are there to be read. */
function Sessions({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useSessions(caseId);
  if (!query.data?.items.length) return null;
  const over = (s: SessionItem) => s.status !== 'scheduled' && s.status !== 'open';
  return (
    <section className={query.data.items.every(over) ? 'card' : 'card next'}>
      <h2>{t('case.sessions')}</h2>
      <ul className="list">
        {query.data.items.map((s) => (
          <li key={s.id} className="row">
            <span>{dayTime(s.startsAt)} <span className="tag">{t(`sessionStatus.${s.status}`)}</span></span>
            <Link className={over(s) ? 'btn plain' : 'btn'} href={`/sessions/${s.id}`}>{t(over(s) ? 'case.readSession' : 'case.enterSession')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Agreements({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useAgreements(caseId);
  if (!query.data?.items.length) return null;
  return (
    <section className="card next">
      <h2>{t('case.agreement')}</h2>
      {query.data.items.map((a) => (
        <p className="row" key={a.id}>
          <span>{a.number} <span className="tag ok">{t(`agreement.${a.status}`)}</span> {yuan(a.terms.totalFen)}</span>
          <Link className="btn" href={`/agreements/${a.id}`}>{t('case.openAgreement')}</Link>
        </p>
      ))}
    </section>
  );
}

/** Which respondent somebody speaks for. */
const speaksFor = (view: CaseView, accountId: string | undefined) => view.members.find((m) => m.accountId === accountId && m.number !== null)?.number ?? 1;

/** Runs an act, shows its refusal, and reads everything of the case anew. */
function useAct() {
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const act = (work: () => Promise<unknown>) => {
    setError(undefined);
    work().then(() => queries.invalidateQueries(), setError);
  };
  return { error, act };
}

const PATHS: readonly CasePath[] = ['negotiate', 'mediate_online', 'mediate_onsite', 'arbitration', 'court', 'legal_aid'];

function PathForm({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { error, act } = useAct();
  const request = useSameRequest();
  if (!['filed', 'consulting', 'negotiating', 'mediation_failed'].includes(view.status) || !view.relations.some((r) => ['claimant', 'counsel', 'officer'].includes(r))) return null;
  return (
    <section className="card">
      <h2>{t('path.title')}</h2>
      {error ? <Failure error={error} /> : null}
      <p className="muted"><Explained text={view.path ? t('path.chosen', { path: t(`path.${view.path}`) }) : t('path.hint')} /></p>
      <div className="row">
        {PATHS.map((path) => (
          <button key={path} className={view.path === path ? 'btn' : 'btn plain'} onClick={() => act(() => request.send(`/cases/${view.id}/path`, { path, expectedStatus: view.status }))}>{t(`path.${path}`)}</button>
        ))}
      </div>
    </section>
  );
}

/** Asks one respondent to the table, until somebody has come for it; who came may ask a colleague. */
function InviteForm({ view, of }: { view: CaseView; of: RespondentView }) {
  const { t } = useTranslation();
  const { error, act } = useAct();
  const request = useSameRequest();
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState(false);
  const me = useMe().data?.accountId;
  const several = view.respondents.length > 1;
  const colleague = view.relations.some((r) => r === 'respondent' || r === 'co_respondent');
  if (colleague && speaksFor(view, me) !== of.number) return null;
  if (!colleague && (view.members.some((m) => m.number === of.number) || !view.relations.some((r) => ['claimant', 'counsel', 'officer', 'mediator'].includes(r)))) return null;
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); act(async () => { await request.send(`/cases/${view.id}/invitations`, { phone, ...(of.id && !colleague ? { respondentId: of.id } : {}) }); setSent(true); }); }}>
      <h2>{colleague ? t('invite.colleague') : several ? t('invite.sendTo', { nth: t(`respondents.nth.${of.number}`) }) : t('invite.send')}</h2>
      {several && !colleague ? <p className="muted">{of.name}</p> : null}
      {colleague ? <p className="muted">{t('invite.colleagueHint')}</p> : null}
      {error ? <Failure error={error} /> : null}
      <Field label={t(colleague ? 'invite.colleaguePhone' : 'invite.phone')}><input inputMode="tel" value={phone} onChange={(e) => setPhone(e.target.value)} required /></Field>
      <button className="btn plain">{t('invite.sendButton')}</button>
      {sent ? <p role="status">{t('invite.sent')}</p> : null}
    </form>
  );
}
