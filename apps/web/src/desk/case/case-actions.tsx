import type { CaseView } from '@hejie/cases/contract';
import { Collapse } from 'antd';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.js';
import { EscalationPanel } from '../../escalation/escalation-panel.js';
import { ChangeMediator } from './change-mediator.js';
import { ChoosePath } from './choose-path.js';
import { HandOverCase } from './hand-over-case.js';
import { InviteEmployer } from './invite-employer.js';
import { OnsiteResult } from './onsite-result.js';
import { PaidAfterContact } from './paid-after-contact.js';
import { ProposeTerms } from './propose-terms.js';
import { RefuseCase } from './refuse-case.js';
import { RemoveRespondent } from './remove-respondent.js';
import { ScheduleSession } from './schedule-session.js';
import { useCaseSessions } from './use-case-sessions.js';

interface Situation {
  readonly view: CaseView;
  /** A session is scheduled or open. */
  readonly session: { id: string; status: string } | undefined;
  readonly conducts: boolean;
}

interface Action {
  readonly key: string;
  readonly component: ComponentType<{ view: CaseView }>;
  may(s: Situation): boolean;
  /** What the case waits for: its form stands open. */
  now(s: Situation): boolean;
}

const is = (view: CaseView, ...relations: readonly CaseView['relations'][number][]) => view.relations.some((r) => relations.includes(r));
const stands = (view: CaseView, ...statuses: readonly CaseView['status'][]) => statuses.includes(view.status);
const joined = (view: CaseView) => view.members.some((m) => m.relation === 'respondent');

/** In the order in which a case needs them. */
const ACTIONS: readonly Action[] = [
  { key: 'refuse', component: RefuseCase, may: ({ view }) => is(view, 'officer', 'department') && stands(view, 'filed'), now: ({ view }) => view.openRefusal !== null && !view.openRefusal.mine },
  { key: 'path', component: ChoosePath, may: ({ view }) => is(view, 'counsel', 'officer') && stands(view, 'filed', 'consulting', 'negotiating', 'mediation_failed'), now: ({ view }) => stands(view, 'consulting', 'mediation_failed') },
  { key: 'invite', component: InviteEmployer, may: ({ view }) => is(view, 'counsel', 'officer', 'mediator') && !stands(view, 'closed', 'withdrawn', 'escalated'), now: ({ view }) => !joined(view) && stands(view, 'consulting', 'negotiating', 'mediating') },
  { key: 'proposal', component: ProposeTerms, may: ({ session }) => session?.status === 'open', now: () => false },
  { key: 'schedule', component: ScheduleSession, may: ({ view }) => is(view, 'counsel', 'officer', 'mediator') && stands(view, 'filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'), now: ({ view, session }) => stands(view, 'mediating') && !session && joined(view) },
  { key: 'mediator', component: ChangeMediator, may: ({ view, session }) => is(view, 'department') && session !== undefined, now: () => false },
  { key: 'removeRespondent', component: RemoveRespondent, may: ({ view }) => is(view, 'mediator', 'officer', 'department') && view.members.some((m) => m.number !== null) && !stands(view, 'agreed', 'closed', 'withdrawn', 'escalated'), now: () => false },
  { key: 'onsite', component: OnsiteResult, may: ({ view, conducts }) => conducts && is(view, 'mediator') && stands(view, 'mediating'), now: () => false },
  { key: 'paid', component: PaidAfterContact, may: ({ view }) => view.allowedMoves.includes('paid_after_contact'), now: () => false },
  { key: 'escalate', component: EscalationPanel, may: ({ view }) => is(view, 'counsel', 'officer', 'department') && (view.allowedMoves.includes('escalate') || stands(view, 'escalated', 'closed')), now: ({ view }) => stands(view, 'escalated', 'mediation_failed') || view.path === 'arbitration' || view.path === 'court' || view.path === 'legal_aid' },
  { key: 'handOver', component: HandOverCase, may: ({ view }) => is(view, 'officer', 'department') && !stands(view, 'closed', 'withdrawn'), now: () => false },
];

/** Everything one may do in the case now. What it waits for stands open, the rest is one click away. */
export function CaseActions({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const roles = useMe().data?.roles ?? [];
  const sessions = useCaseSessions(view.id);
  const [open, setOpen] = useState<readonly string[]>([]);
  const situation = { view, session: sessions.data?.find((s) => s.status === 'scheduled' || s.status === 'open'), conducts: roles.includes('mediator') };
  const known = Boolean(sessions.data ?? sessions.error);
  const actions = ACTIONS.filter((a) => known && a.may(situation));
  const turn = actions.filter((a) => a.now(situation)).map((a) => a.key).join(' ');
  // what it becomes the turn of opens; what somebody has opened and filled in stays as it is, also when the case moves on meanwhile
  useEffect(() => setOpen((before) => [...new Set([...before, ...turn.split(' ')])]), [turn]);
  if (actions.length === 0) return null;
  return (
    <section className="case-actions" aria-labelledby="case-actions-title">
      <h2 id="case-actions-title">{t('desk.actions')}</h2>
      <Collapse
        activeKey={[...open]}
        onChange={(keys) => setOpen(keys)}
        items={actions.map(({ key, component: Form }) => ({ key, label: t(`act.${key}`), children: <Form view={view} /> }))}
      />
    </section>
  );
}
