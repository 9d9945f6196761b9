import type { EvidenceView } from '@hejie/cases/contract';
import { CLAIM_KINDS, DISPUTE_TYPES, RESPONDENT_ROLES } from '@hejie/law';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { inLanguage, list, yuan } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { Answered } from '../guided/answered.js';
import { claimsOf } from '../guided/claims-editor.js';
import { Bring, Clocks, figureMissing, useRange, Working } from '../guided/findings.js';
import { useLaw } from '../guided/use-law.js';
import { pageOf } from './pages.js';
import type { StepProps } from './steps.js';
import '../case/texts.js';
import '../evidence/texts.js';
import '../respondents/texts.js';
import './texts.js';

/** Everything before it is filed: disputes, claims with their amounts, the days not to miss, what to bring, and what was told, each with its way back. */
export function CheckStep({ answers: a }: StepProps) {
  const { t } = useTranslation();
  const { caseId } = useParams<{ caseId: string }>();
  const range = useRange();
  const intake = a.intake ?? {};
  const law = useLaw(intake, a.region ?? '');
  const { conclusion, sheet } = law;
  const evidence = useQuery({ queryKey: ['evidence', caseId], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${caseId}/evidence`) });
  const claims = a.claims?.length ? a.claims : claimsOf(sheet);
  const to = (page: string) => `/file/${caseId}/${page}?change`;
  const change = (page: string, label: string) => <Link href={to(page)}>{t('action.change')}<span className="visually-hidden"> {label}</span></Link>;
  const rows: { page: string; label: string; lines: (string | undefined)[]; own?: string | undefined; optional?: boolean }[] = [
    { page: 'employer', label: t('file.employer.short'), lines: [[a.employer?.name, a.region].filter(Boolean).join(' · '), a.employer?.uscc, a.employer?.address, a.employment?.position] },
    ...(a.others ?? []).map((o, i) => ({ page: 'employer', label: t(`respondents.nth.${i + 2}`), lines: [o.name && o.role ? t('respondents.named', { name: o.name, role: inLanguage(RESPONDENT_ROLES[o.role]) }) : undefined, o.uscc, o.address] })),
    { page: 'story', label: t('file.story.short'), lines: [a.story], own: a.privateNote },
    { page: 'who', label: t('file.who.short'), lines: [a.claimant?.name], own: [a.claimant?.idNumber, a.claimant?.address].filter(Boolean).join(' · ') },
    { page: 'evidence', label: t('file.evidence.short'), optional: true, lines: [evidence.data?.items.length ? list(evidence.data.items.map((e) => e.title)) : t('evidence.empty')] },
  ];
  return (
    <>
      <section className="card answers">
        <div className="row"><h2>{t('file.claims.short')}</h2>{change('claims', t('file.claims.short'))}</div>
        <p className="muted">{t('guided.types')}{t('file.colon')}{list(conclusion.disputeTypes.map((d) => inLanguage(DISPUTE_TYPES[d])))}</p>
        <ul className="list">
          {claims.map((claim) => {
            const line = sheet.lines.find((l) => l.claim === claim.kind);
            const byLaw = line && range(line);
            return (
              <li key={claim.kind}>
                <div className="row"><strong>{inLanguage(CLAIM_KINDS[claim.kind])}</strong><span className="amount">{claim.amountFen !== undefined ? yuan(claim.amountFen) : t(line && !byLaw && !figureMissing(line) ? 'guided.noAmount' : 'file.claims.open')}</span></div>
                {byLaw ? <p className="muted">{t('guided.suggested', { range: byLaw })}</p> : null}
                {line ? <Working line={line} /> : null}
              </li>
            );
          })}
        </ul>
        <p className="muted">{t(a.claims?.length ? 'guided.ownClaims' : 'file.claims.most')}</p>
      </section>
      <Clocks law={law} />
      <ul className="list card answers">
        {rows.map(({ page, label, lines, own, optional }) => {
          const said = lines.filter(Boolean);
          return (
            <li key={label}>
              <div className="row"><strong>{label}</strong>{change(page, label)}</div>
              {said.map((line, i) => <div key={i} className="said-line">{line}</div>)}
              {own ? <div className="said-line muted"><Icon of="lock" /> {t('case.private')}{t('file.colon')}{own}</div> : null}
              {said.length || optional ? null : <span className="tag due">{t('file.missing')}</span>}
            </li>
          );
        })}
      </ul>
      <Answered answers={intake} change={(q, said) => <Link className="link" href={to(pageOf(q.id))}>{said}</Link>} />
      <Bring conclusion={conclusion} folded />
      <p className="muted">{t('guided.notAdvice')}</p>
    </>
  );
}
