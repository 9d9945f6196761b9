import { CLAIM_KINDS, claimKindsFor, DISPUTE_TYPES, disputeTypes, type ClaimKind, type DisputeType } from '@hejie/law';
import { claimantSchema, type DraftAnswers, usccSchema } from '@hejie/cases/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { api, newRequestId } from '../api/client.js';
import { useMe } from '../api/me.js';
import { inLanguage, toFen, yuan } from '../design/format.js';
import { Choice, Failure, Field, Loaded } from '../design/parts.js';
import { type Draft, useDraftSaving } from './draft-saving.js';
import { EvidencePanel } from './evidence-panel.js';

interface StepProps { answers: DraftAnswers; set: (part: DraftAnswers) => void }

const STEPS = ['what', 'employer', 'work', 'dates', 'claims', 'story', 'who', 'evidence', 'check'] as const;
/** Everyday matters first; the rest of the taxonomy is for staff. */
const COMMON: readonly DisputeType[] = ['UNPAID_WAGES', 'WORK_INJURY', 'UNLAWFUL_TERMINATION', 'ECON_COMPENSATION', 'NO_CONTRACT', 'OVERTIME', 'SOCIAL_INSURANCE', 'SICK_LEAVE_PAY', 'RIDER_INJURY', 'MATERNITY', 'WAGE_DEDUCTION', 'OTHER'];

/** Filing, one question a page. Saved as typed; coming back lands where one was. */
export function FilePage() {
  const { caseId } = useParams<{ caseId: string }>();
  const query = useQuery({ queryKey: ['draft', caseId], queryFn: () => api.get<Draft>(`/cases/${caseId}/draft`), staleTime: Infinity });
  return <main><Loaded query={query}>{(draft) => <Steps draft={draft} />}</Loaded></main>;
}

/** The first step that has no answer yet. */
function firstOpen(a: DraftAnswers): number {
  const done = [a.disputeTypes?.length, a.employer?.name && a.region, a.employment?.contract && a.employment.insured && a.employment.platformWork !== undefined, a.employment?.startDate, a.claims?.length, a.story, a.claimant?.name];
  const open = done.findIndex((d) => !d);
  return open === -1 ? STEPS.length - 2 : open;
}

function Steps({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const params = useParams<{ step?: string }>();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const { answers, set, save, state } = useDraftSaving(draft);
  const [error, setError] = useState<unknown>();
  const [needed, setNeeded] = useState(false);
  const filing = useRef(newRequestId()); // pressing again after a lost answer is the same request
  const [start] = useState(() => firstOpen(answers));
  const index = params.step ? Math.max(0, STEPS.indexOf(params.step as (typeof STEPS)[number])) : start;
  const step = STEPS[index]!;

  const nothingChosen = (step === 'what' && !answers.disputeTypes?.length) || (step === 'claims' && !answers.claims?.length);

  const next = async () => {
    setError(undefined);
    setNeeded(nothingChosen);
    if (nothingChosen) return;
    try {
      await save();
      if (step !== 'check') return go(`/file/${draft.id}/${STEPS[index + 1]}`);
      await api.post(`/cases/${draft.id}/file`, { requestId: filing.current });
      queries.removeQueries({ queryKey: ['draft', draft.id] });
      go(`/cases/${draft.id}/receipt`, { replace: true });
    } catch (e) {
      setError(e);
    }
  };

  const Step = VIEWS[step];
  return (
    <>
      <p className="muted">{t('file.progress', { step: index + 1, total: STEPS.length })}</p>
      <h1>{t(`file.${step}.title`)}</h1>
      <p className="muted">{t(`file.${step}.hint`)}</p>
      {error ? <Failure error={error} /> : null}
      {needed && nothingChosen ? <p className="error" role="alert">{t('file.needed')}</p> : null}
      <form onSubmit={(e) => { e.preventDefault(); void next(); }}>
        {step === 'evidence' ? <EvidencePanel caseId={draft.id} visibility="private" /> : <Step answers={answers} set={set} />}
        <div className="row steps">
          {index > 0 ? <Link className="btn plain" href={`/file/${draft.id}/${STEPS[index - 1]}`}>{t('action.back')}</Link> : null}
          <button className="btn">{t(step === 'check' ? 'file.submit' : 'action.next')}</button>
        </div>
      </form>
      <p className="muted" role="status">{t(`file.state.${state}`)}</p>
    </>
  );
}

function WhatStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const chosen = answers.disputeTypes ?? [];
  const toggle = (type: DisputeType) => set({ disputeTypes: chosen.includes(type) ? chosen.filter((c) => c !== type) : [...chosen, type] });
  return (
    <fieldset>
      <legend className="visually-hidden">{t('file.what.title')}</legend>
      {(all ? disputeTypes : COMMON).map((type) => (
        <label className="choice" key={type}>
          <input type="checkbox" checked={chosen.includes(type)} onChange={() => toggle(type)} />
          {inLanguage(DISPUTE_TYPES[type])}
        </label>
      ))}
      {all ? null : <button type="button" className="btn plain" onClick={() => setAll(true)}>{t('file.what.more')}</button>}
    </fieldset>
  );
}

function EmployerStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const employer = answers.employer ?? {};
  const change = (part: NonNullable<DraftAnswers['employer']>) => set({ employer: Object.fromEntries(Object.entries({ ...employer, ...part }).filter(([, v]) => v !== '')) });
  return (
    <div className="card">
      <Field label={t('file.employer.name')}><input value={employer.name ?? ''} onChange={(e) => change({ name: e.target.value })} required minLength={2} /></Field>
      <Field label={t('file.employer.uscc')} hint={t('file.optional')}><input value={employer.uscc ?? ''} maxLength={18} ref={(input) => input?.setCustomValidity(employer.uscc && !usccSchema.safeParse(employer.uscc).success ? t('file.employer.usccWrong') : '')} onChange={(e) => change({ uscc: e.target.value })} /></Field>
      <Field label={t('file.employer.address')} hint={t('file.optional')}><input value={employer.address ?? ''} onChange={(e) => change({ address: e.target.value })} /></Field>
      <Field label={t('file.employer.region')}><input value={answers.region ?? ''} onChange={(e) => set({ region: e.target.value })} required minLength={2} /></Field>
    </div>
  );
}

type Employment = NonNullable<DraftAnswers['employment']>;

function WorkStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const work = answers.employment ?? {};
  const change = (part: Employment) => set({ employment: { ...work, ...part } });
  const yesNo = (['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: t(`answer.${value}`) }));
  return (
    <>
      <Choice legend={t('file.work.contract')} name="contract" value={work.contract} options={yesNo} onChange={(contract) => change({ contract })} />
      <Choice legend={t('file.work.insured')} name="insured" value={work.insured} options={yesNo} onChange={(insured) => change({ insured })} />
      <Choice
        legend={t('file.work.platform')}
        name="platform"
        value={work.platformWork === undefined ? undefined : work.platformWork ? 'yes' : 'no'}
        options={yesNo.slice(0, 2)}
        onChange={(v) => change({ platformWork: v === 'yes' })}
      />
    </>
  );
}

function DatesStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const work = answers.employment ?? {};
  const change = (part: Employment) => set({ employment: Object.fromEntries(Object.entries({ ...work, ...part }).filter(([, v]) => v !== '' && v !== undefined)) });
  return (
    <div className="card">
      <Field label={t('file.dates.start')}><input type="date" value={work.startDate ?? ''} max={new Date().toISOString().slice(0, 10)} onChange={(e) => change({ startDate: e.target.value })} required /></Field>
      <Field label={t('file.dates.end')} hint={t('file.dates.endHint')}><input type="date" value={work.endDate ?? ''} onChange={(e) => change({ endDate: e.target.value })} /></Field>
      <Field label={t('file.dates.position')} hint={t('file.optional')}><input value={work.position ?? ''} onChange={(e) => change({ position: e.target.value })} /></Field>
      <Amount label={t('file.dates.wage')} fen={work.monthlyWageFen} onChange={(monthlyWageFen) => change({ monthlyWageFen })} />
    </div>
  );
}

/** An amount typed in yuan, kept in fen. */
export function Amount({ label, fen, onChange }: { label: string; fen: number | undefined; onChange: (fen: number | undefined) => void }) {
  const [typed, setTyped] = useState(fen === undefined ? '' : String(fen / 100));
  const { t } = useTranslation();
  return (
    <Field label={label} hint={t('file.yuanHint')}>
      <input inputMode="decimal" value={typed} onChange={(e) => { setTyped(e.target.value); onChange(toFen(e.target.value)); }} aria-invalid={typed !== '' && toFen(typed) === undefined} />
    </Field>
  );
}

function ClaimsStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const claims = answers.claims ?? [];
  const toggle = (kind: ClaimKind) => set({ claims: claims.some((c) => c.kind === kind) ? claims.filter((c) => c.kind !== kind) : [...claims, { kind }] });
  return (
    <fieldset>
      <legend className="visually-hidden">{t('file.claims.title')}</legend>
      {claimKindsFor(answers.disputeTypes ?? []).map((kind) => {
        const claim = claims.find((c) => c.kind === kind);
        return (
          <div key={kind}>
            <label className="choice">
              <input type="checkbox" checked={claim !== undefined} onChange={() => toggle(kind)} />
              {inLanguage(CLAIM_KINDS[kind])}
            </label>
            {claim ? <Amount label={t('file.claims.amount', { claim: inLanguage(CLAIM_KINDS[kind]) })} fen={claim.amountFen} onChange={(amountFen) => set({ claims: claims.map((c) => (c.kind === kind ? { kind, ...(amountFen === undefined ? {} : { amountFen }) } : c)) })} /> : null}
          </div>
        );
      })}
    </fieldset>
  );
}

function StoryStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  return (
    <div className="card">
      <Field label={t('file.story.label')}><textarea value={answers.story ?? ''} onChange={(e) => set({ story: e.target.value })} required minLength={5} maxLength={4000} /></Field>
      <Field label={t('file.story.private')} hint={t('file.story.privateHint')}><textarea value={answers.privateNote ?? ''} onChange={(e) => set({ privateNote: e.target.value })} maxLength={2000} /></Field>
    </div>
  );
}

function WhoStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const me = useMe();
  const who = answers.claimant ?? {};
  const change = (part: NonNullable<DraftAnswers['claimant']>) => set({ claimant: Object.fromEntries(Object.entries({ ...who, ...part }).filter(([, v]) => v !== '')) });
  return (
    <div className="card">
      <Field label={t('file.who.name')}><input autoComplete="name" value={who.name ?? me.data?.name ?? ''} onChange={(e) => change({ name: e.target.value })} required /></Field>
      <Field label={t('file.who.idNumber')} hint={t('file.who.idHint')}><input value={who.idNumber ?? ''} maxLength={18} ref={(input) => input?.setCustomValidity(claimantSchema.shape.idNumber.safeParse(who.idNumber).success ? '' : t('file.who.idWrong'))} onChange={(e) => change({ idNumber: e.target.value })} /></Field>
      <Field label={t('file.who.address')} hint={t('file.optional')}><input autoComplete="street-address" value={who.address ?? ''} onChange={(e) => change({ address: e.target.value })} /></Field>
    </div>
  );
}

function CheckStep({ answers: a }: StepProps) {
  const { t } = useTranslation();
  const { caseId } = useParams<{ caseId: string }>();
  const rows: [string, string, string][] = [
    ['what', t('file.what.short'), (a.disputeTypes ?? []).map((d) => inLanguage(DISPUTE_TYPES[d])).join('、')],
    ['employer', t('file.employer.short'), [a.employer?.name, a.region].filter(Boolean).join(' · ')],
    ['work', t('file.work.short'), [a.employment?.contract && `${t('file.work.contractShort')} ${t(`answer.${a.employment.contract}`)}`, a.employment?.insured && `${t('file.work.insuredShort')} ${t(`answer.${a.employment.insured}`)}`].filter(Boolean).join(' · ')],
    ['claims', t('file.claims.short'), (a.claims ?? []).map((c) => `${inLanguage(CLAIM_KINDS[c.kind])}${c.amountFen === undefined ? '' : ` ${yuan(c.amountFen)}`}`).join('；')],
    ['story', t('file.story.short'), a.story ?? ''],
    ['who', t('file.who.short'), a.claimant?.name ?? ''],
  ];
  return (
    <ul className="list card">
      {rows.map(([step, label, value]) => (
        <li key={step}>
          <div className="row"><strong>{label}</strong><Link href={`/file/${caseId}/${step}`}>{t('action.change')}<span className="visually-hidden"> {label}</span></Link></div>
          {value || <span className="tag due">{t('file.missing')}</span>}
        </li>
      ))}
    </ul>
  );
}

const VIEWS = { what: WhatStep, employer: EmployerStep, work: WorkStep, dates: DatesStep, claims: ClaimsStep, story: StoryStep, who: WhoStep, evidence: CheckStep, check: CheckStep };
