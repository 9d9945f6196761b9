import type { CaseView } from '@hejie/cases/contract';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, yuan } from '../design/format.js';
import { Failure, Loading } from '../design/parts.js';
import { Unfold } from '../design/unfold.js';
import { MemberRows } from './member-rows.js';
import { StillMissing } from './still-missing.js';
import { standsTogether, useGroup } from './use-group.js';
import './group.css';
import './texts.js';

// who leads a group comes with the law's rules and the calendars; whoever only looks does not wait for them
const AddMember = lazy(async () => ({ default: (await import('./add-member.js')).AddMember }));
const JoinCode = lazy(async () => ({ default: (await import('./join-code.js')).JoinCode }));
const ElectForm = lazy(async () => ({ default: (await import('./elect-form.js')).ElectForm }));

const LEADERS: readonly string[] = ['claimant', 'representative', 'counsel', 'officer'];
/** Of these, who has people before them at a desk. */
const AT_A_DESK: readonly string[] = ['counsel', 'officer'];
const CHANGEABLE: readonly string[] = ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'];

/** The workers of a group, row by row, and what who leads it may do; names are masked for the other side by the server. */
export function GroupCard({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const query = useGroup(view.id);
  const leads = view.relations.some((r) => LEADERS.includes(r)) && CHANGEABLE.includes(view.status);
  const group = query.data;
  if (!group && query.error) return <section className="card"><h2>{t('group.title')}</h2><Failure error={query.error} retry={() => void query.refetch()} /></section>;
  // a lawyer may find that colleagues of the worker have the same claim, one that the rows of a group can hold
  const opens = leads && view.relations.includes('counsel') && view.facts.claims?.some((c) => c.kind === 'overtime_pay') && group !== undefined;
  if (!standsTogether(view, group) && !opens) return null;
  if (!group) return <Loading />;
  // nobody has agreed yet: to the other side there is no group to show
  if (group.members.length === 0 && !leads) return null;
  const told = view.facts.groupSize ?? 1;
  const waiting = group.members.filter((m) => m.status === 'invited').length;
  return (
    <section className="card" aria-labelledby="group-title">
      <h2 id="group-title">{t('group.title')}</h2>
      {group.workers ? <p>{t(waiting ? 'group.totalSoFar' : 'group.total', { count: group.workers, waiting, amount: yuan(group.dueFen) })}</p> : group.members.length ? <p>{t('group.nobodyYet')}</p> : null}
      {group.workers > 1 ? group.collective.working.map((w) => <p key={w.zh} className="muted">{inLanguage(w)}</p>) : null}
      {group.members.length ? <MemberRows members={group.members} /> : <p className="muted">{told > 1 ? t('group.begin', { count: told }) : t('group.open')}</p>}
      {leads ? <StillMissing view={view} group={group} /> : null}
      {leads ? <Unfold title={t('group.add')}>{() => <AddMember view={view} />}</Unfold> : null}
      {leads && group.members.length > 0 && view.relations.some((r) => AT_A_DESK.includes(r)) ? <Unfold title={t('group.joinCode')}>{() => <JoinCode />}</Unfold> : null}
      {leads && group.collective.isCollective ? <Unfold title={t(group.members.some((m) => m.representative) ? 'group.electAnew' : 'group.elect')}>{(close) => <ElectForm key={group.workers} caseId={view.id} group={group} done={close} />}</Unfold> : null}
    </section>
  );
}
