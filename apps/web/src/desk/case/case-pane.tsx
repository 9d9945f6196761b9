import type { CaseView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { list, yuan } from '../../design/format.js';
import { lawText } from '../../design/law-text.js';
import { Failure } from '../../design/parts.js';
import { LettersCard } from '../../delegation/letters-card.js';
import { GroupCard } from '../../group/group-card.js';
import { EvidencePanel } from '../../evidence/evidence-panel.js';
import { CaseTimeline } from '../../timeline/case-timeline.js';
import { StatusTag } from '../../case/status-tag.js';
import { DueMark } from '../cases/due-mark.js';
import { DeskIcon } from '../icons.js';
import { CaseActions } from './case-actions.js';
import { CaseFactsCard } from './case-facts.js';
import { CaseMeetings } from './case-meetings.js';
import { CasePeople } from './case-people.js';

/** The third column: one case, what to do in it first, then what is known of it. */
export function CasePane({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['case', caseId], queryFn: () => api.get<CaseView>(`/cases/${caseId}`), refetchInterval: 15_000 });
  const back = <Button type="text" icon={<DeskIcon of="close" />} onClick={close} aria-label={t('desk.keys.close')} title={t('desk.keys.close')} />;
  if (query.data) return <Case view={query.data} back={back} />;
  if (query.error) return <div className="case"><div className="case-head"><h1>{t('desk.case')}</h1>{back}</div><Failure error={query.error} retry={() => void query.refetch()} /></div>;
  return <div className="case" aria-busy="true" aria-label={t('state.loading')}><Skeleton active paragraph={{ rows: 8 }} /></div>;
}

function Case({ view, back }: { view: CaseView; back: React.ReactNode }) {
  const { t } = useTranslation();
  const due = view.mediationDue;
  return (
    <article className="case">
      <header className="case-head">
        <div className="row"><h1>{view.number}</h1><StatusTag status={view.status} outcome={view.outcome} /></div>
        {back}
        <p>{t('case.parties', { claimant: view.facts.claimant?.name ?? '', employer: list(view.respondents.map((r) => r.name)) })} <strong>{yuan(view.amountClaimedFen)}</strong></p>
        {due ? <p><DueMark due={{ kind: 'mediation_period', title: null, at: null, ...due }} /> <span className="muted">{lawText(due.source)}</span></p> : null}
        {view.outcome === 'paid_after_contact' ? <p><span className={view.paymentReceipt?.received ? 'tag ok' : 'tag due'}>{t(`desk.received.${view.paymentReceipt ? (view.paymentReceipt.received ? 'yes' : 'no') : 'open'}`)}</span></p> : null}
      </header>
      <div className="case-body">
        <div>
          <CaseMeetings view={view} />
          <CaseActions view={view} />
          <EvidencePanel caseId={view.id} visibility="private" organise />
        </div>
        <div>
          <CasePeople view={view} />
          <GroupCard view={view} />
          <LettersCard view={view} />
          <CaseFactsCard view={view} />
          <CaseTimeline caseId={view.id} />
        </div>
      </div>
    </article>
  );
}
