import type { EvidenceView } from '@hejie/cases/contract';
import { CLAIM_KINDS, DISPUTE_TYPES } from '@hejie/law';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { day, inLanguage, list, yuan } from '../design/format.js';
import { Icon } from '../design/icon.js';
import type { StepProps } from './file-steps.js';
import '../case/texts.js';
import '../evidence/texts.js';
import '../filing/texts.js';

/** Everything answered, each with its way back; what only one's own side sees is marked. */
export function CheckStep({ answers: a }: StepProps) {
  const { t } = useTranslation();
  const { caseId } = useParams<{ caseId: string }>();
  const evidence = useQuery({ queryKey: ['evidence', caseId], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${caseId}/evidence`) });
  const work = a.employment ?? {};
  const wage = work.monthlyWageFen;
  const rows: { step: string; label: string; lines: (string | false | undefined)[]; own?: string | undefined; optional?: boolean }[] = [
    { step: 'what', label: t('file.what.short'), lines: (a.disputeTypes ?? []).map((d) => inLanguage(DISPUTE_TYPES[d])) },
    { step: 'employer', label: t('file.employer.short'), lines: [[a.employer?.name, a.region].filter(Boolean).join(' · '), a.employer?.uscc, a.employer?.address] },
    {
      step: 'work',
      label: t('file.work.short'),
      lines: [work.contract && t('file.work.contractIs', { answer: t(`answer.${work.contract}`) }), work.insured && t('file.work.insuredIs', { answer: t(`answer.${work.insured}`) }), work.platformWork !== undefined && t('file.work.platformIs', { answer: t(work.platformWork ? 'answer.yes' : 'answer.no') })],
    },
    { step: 'dates', label: t('file.dates.short'), lines: [work.startDate && t('file.dates.from', { date: day(work.startDate) }), work.endDate && t('file.dates.to', { date: day(work.endDate) }), work.position, wage !== undefined && t('file.dates.wageIs', { amount: yuan(wage) })] },
    { step: 'claims', label: t('file.claims.short'), lines: (a.claims ?? []).map((c) => [inLanguage(CLAIM_KINDS[c.kind]), c.amountFen === undefined ? '' : yuan(c.amountFen)].join(' ').trim()) },
    { step: 'story', label: t('file.story.short'), lines: [a.story], own: a.privateNote },
    { step: 'who', label: t('file.who.short'), lines: [a.claimant?.name], own: [a.claimant?.idNumber, a.claimant?.address].filter(Boolean).join(' · ') },
    { step: 'evidence', label: t('file.evidence.short'), optional: true, lines: [evidence.data?.items.length ? list(evidence.data.items.map((e) => e.title)) : t('evidence.empty')] },
  ];
  return (
    <ul className="list card answers">
      {rows.map(({ step, label, lines, own, optional }) => {
        const said = lines.filter(Boolean);
        return (
          <li key={step}>
            <div className="row"><strong>{label}</strong><Link href={`/file/${caseId}/${step}`}>{t('action.change')}<span className="visually-hidden"> {label}</span></Link></div>
            {said.map((line, i) => <div key={i} className="said-line">{line}</div>)}
            {own ? <div className="said-line muted"><Icon of="lock" /> {t('case.private')}：{own}</div> : null}
            {said.length || optional ? null : <span className="tag due">{t('file.missing')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
