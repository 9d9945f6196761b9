import { Injectable } from '@nestjs/common';
import { CaseMembers, CaseReader, Groups, InvitationFacts, RESPONDENTS } from '@hejie/cases';
import { caseFiled, caseHandedOver, caseMoved, claimAnswered, delegated, groupMemberAdded, invitationCreated, paymentAnswered, representationEnded, representativesElected, respondentJoined, type Relation } from '@hejie/cases/contract';
import { ReadClocks } from '@hejie/entitlement';
import { calendarsChanged, clocksChanged } from '@hejie/entitlement/contract';
import { statusChanged } from '@hejie/escalation/contract';
import { Accounts } from '@hejie/identity';
import { RequestFacts } from '@hejie/lawyers';
import { lawyerRequested, requestAccepted, requestReturned } from '@hejie/lawyers/contract';
import { addDays, yuanOf } from '@hejie/law';
import { AgreementFacts, SessionFacts } from '@hejie/mediation';
import { agreementReady, agreementSealed, mediatorChanged, sessionScheduled } from '@hejie/mediation/contract';
import { civilDate, newId, OnEvent, UnitOfWork, type Tx } from '@hejie/platform';
import type { NotificationKind } from '../contract/index.js';
import { Notifier } from '../notifications/notifier.js';
import { clockReminders, instalmentReminders, mediationWarning, morningOf } from './clock-reminders.js';
import { Reminder } from './reminder.entity.js';

const HOUR_MS = 3_600_000;
/** Days an employer has to respond to an invitation before the worker's side is told to try something else. */
const EMPLOYER_SILENCE_DAYS = 3;

/** Hears what happens and tells people at once, or plans to tell them in time. */
@Injectable()
export class Planner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly cases: CaseReader,
    private readonly members: CaseMembers,
    private readonly groups: Groups,
    private readonly invitations: InvitationFacts,
    private readonly requests: RequestFacts,
    private readonly sessions: SessionFacts,
    private readonly accounts: Accounts,
    private readonly clocks: ReadClocks,
    private readonly agreements: AgreementFacts,
  ) {}

  @OnEvent(caseFiled, 'reminders.case-filed')
  async onFiled({ caseId }: { caseId: string }, eventId: string, at: Date): Promise<void> {
    await this.onClocksChanged({ caseId }, eventId, at);
  }

  /**
   * Plans for every period that runs; those of periods that ended or moved are no longer true when their time comes. What
   * fell due between the event and now is planned too: a process may have been away meanwhile.
   */
  @OnEvent(clocksChanged, 'reminders.clocks-changed')
  async onClocksChanged({ caseId }: { caseId: string }, _eventId: string, at: Date): Promise<void> {
    const found = await this.cases.unsafeCase(caseId);
    if (!found) return;
    const planned = clockReminders(await this.clocks.unsafeOf(caseId)).map((r) => ({ ...r, dueAt: morningOf(r.day) }));
    const mediated = found.mediationLastDate && mediationWarning(found.mediationLastDate) > at ? found.mediationLastDate : null;
    const counsel = mediated ? await this.members.of(caseId, ['counsel']) : [];
    await this.work.run(async (tx) => {
      for (const { kind, dueAt } of planned) if (dueAt > at) await this.plan(tx, kind, caseId, found.claimantId, dueAt);
      if (mediated) for (const accountId of [found.claimantId, ...counsel.map((m) => m.accountId)]) await this.planMediationEnd(tx, caseId, accountId, mediated);
    });
  }

  /** A move starts periods too: mediation that failed starts limitation anew, an agreement the days in which it can be confirmed. */
  @OnEvent(caseMoved, 'reminders.clocks-of-move')
  async onMovedClocks(moved: { caseId: string }, eventId: string, at: Date): Promise<void> {
    await this.onClocksChanged(moved, eventId, at);
  }

  /** And so does what a partner reports: an award, a refusal. */
  @OnEvent(statusChanged, 'reminders.clocks-of-status')
  async onStatusClocks(changed: { caseId: string }, eventId: string, at: Date): Promise<void> {
    await this.onClocksChanged(changed, eventId, at);
  }

  /** Plans anew for every open case: a holiday calendar has come, and last days may have moved. */
  @OnEvent(calendarsChanged, 'reminders.calendars-changed')
  async onCalendarsChanged(_payload: unknown, eventId: string, at: Date): Promise<void> {
    for (const caseId of await this.cases.openIds()) await this.onFiled({ caseId }, eventId, at);
  }

  @OnEvent(lawyerRequested, 'reminders.lawyer-requested')
  async onRequested({ requestId, lawyerId }: { requestId: string; lawyerId: string }, eventId: string): Promise<void> {
    const request = await this.requests.of(requestId);
    if (!request) return;
    await this.work.run(async (tx) => {
      // before the lawyer has declared, nothing of the case is told
      await this.notifier.notify(tx, { accountId: lawyerId, key: eventId, kind: 'lawyer_requested', params: { at: request.expiresAt.toISOString() }, link: '/desk' });
      const halfway = new Date((request.askedAt.getTime() + request.expiresAt.getTime()) / 2);
      await this.plan(tx, 'request_unanswered', requestId, lawyerId, halfway);
    });
  }

  @OnEvent(requestAccepted, 'reminders.request-accepted')
  async onAccepted({ caseId, lawyerId }: { caseId: string; lawyerId: string }, eventId: string): Promise<void> {
    const found = (await this.cases.unsafeCase(caseId))!;
    const name = (await this.accounts.names([lawyerId])).get(lawyerId)?.name ?? '';
    await this.work.run(async (tx) => {
      await this.notifier.notify(tx, { accountId: found.claimantId, key: eventId, kind: 'lawyer_accepted', params: { name }, caseId, link: `/cases/${caseId}` });
      if (found.mediationLastDate) await this.planMediationEnd(tx, caseId, lawyerId, found.mediationLastDate);
    });
  }

  @OnEvent(requestReturned, 'reminders.request-returned')
  async onReturned({ caseId }: { caseId: string }, eventId: string): Promise<void> {
    await this.tell(caseId, ['claimant', 'officer'], eventId, 'lawyer_returned', `/cases/${caseId}/lawyers`);
  }

  @OnEvent(invitationCreated, 'reminders.employer-invited')
  async onInvited({ invitationId }: { invitationId: string }): Promise<void> {
    const invitation = await this.invitations.of(invitationId);
    const found = invitation && (await this.cases.unsafeCase(invitation.caseId));
    if (!found) return;
    const morning = morningOf(addDays(civilDate(invitation.sentAt), EMPLOYER_SILENCE_DAYS));
    await this.work.run((tx) => this.plan(tx, 'employer_silent', invitationId, found.claimantId, morning));
  }

  @OnEvent(claimAnswered, 'reminders.claim-answered')
  async onAnswered({ caseId }: { caseId: string }, eventId: string): Promise<void> {
    await this.tell(caseId, ['claimant', 'counsel', 'mediator', 'officer'], eventId, 'claim_answered', `/cases/${caseId}`);
  }

  /** The closing notice: the worker is asked whether the money came. */
  @OnEvent(caseMoved, 'reminders.paid-after-contact')
  async onMoved({ caseId, move }: { caseId: string; move: string }, eventId: string): Promise<void> {
    if (move !== 'paid_after_contact') return;
    const found = (await this.cases.unsafeCase(caseId))!;
    await this.tell(caseId, ['claimant'], eventId, 'paid_after_contact', `/cases/${caseId}`, { amount: String(yuanOf(found.amountSettledFen!)) });
  }

  @OnEvent(paymentAnswered, 'reminders.payment-answered')
  async onPaymentAnswered({ caseId, received }: { caseId: string; received: boolean }, eventId: string): Promise<void> {
    if (!received) await this.tell(caseId, ['counsel', 'officer'], eventId, 'payment_denied', `/cases/${caseId}`);
  }

  @OnEvent(groupMemberAdded, 'reminders.group-member-added')
  async onGroupMember({ accountId }: { accountId: string }, eventId: string): Promise<void> {
    await this.work.run((tx) => this.notifier.notify(tx, { accountId, key: eventId, kind: 'group_invited', link: '/groups' }));
  }

  /** Who represented it reads the case no more, and finds on the page of the own groups how it stands. */
  @OnEvent(representationEnded, 'reminders.representation-ended')
  async onRepresentationEnded({ caseId, accountIds }: { caseId: string; accountIds: string[] }, eventId: string): Promise<void> {
    await this.work.run(async (tx) => {
      for (const accountId of accountIds) await this.notifier.notify(tx, { accountId, key: eventId, kind: 'group_representation_ended', link: '/groups' });
    });
    await this.tell(caseId, ['claimant', 'counsel', 'officer'], eventId, 'group_representation_ended', `/cases/${caseId}`);
  }

  @OnEvent(caseHandedOver, 'reminders.case-handed-over')
  async onHandedOver({ caseId, to, taken, officerIds }: { caseId: string; to: string; taken: boolean; officerIds: string[] }, eventId: string): Promise<void> {
    await this.work.run(async (tx) => {
      for (const accountId of officerIds) await this.notifier.notify(tx, { accountId, key: eventId, kind: 'case_handed_to_you', caseId, link: taken ? `/cases/${caseId}` : '/desk' });
    });
    await this.tell(caseId, ['claimant'], eventId, 'case_handed_over', `/cases/${caseId}`, { to });
  }

  @OnEvent(sessionScheduled, 'reminders.session-scheduled')
  async onScheduled({ sessionId }: { sessionId: string }): Promise<void> {
    const session = await this.sessions.of(sessionId);
    if (session) await this.work.run((tx) => this.callTo(tx, sessionId, session, session.accountIds, scheduledKey(sessionId)));
  }

  /** Who comes to a case that is already to meet. */
  @OnEvent(respondentJoined, 'reminders.respondent-joined')
  async onRespondentJoined({ caseId, accountId }: { caseId: string; accountId: string }, _eventId: string, at: Date): Promise<void> {
    await this.callToAhead(caseId, [accountId], at);
  }

  @OnEvent(representativesElected, 'reminders.representatives-elected')
  async onElected({ caseId, accountIds }: { caseId: string; accountIds: string[] }, _eventId: string, at: Date): Promise<void> {
    await this.callToAhead(caseId, accountIds, at);
  }

  @OnEvent(delegated, 'reminders.delegated')
  async onDelegated({ caseId, accountId }: { caseId: string; accountId: string }, _eventId: string, at: Date): Promise<void> {
    await this.callToAhead(caseId, [accountId], at);
  }

  @OnEvent(mediatorChanged, 'reminders.mediator-changed')
  async onMediatorChanged({ sessionId, mediatorId, name }: { sessionId: string; mediatorId: string; name: string }, eventId: string): Promise<void> {
    const session = await this.sessions.of(sessionId);
    if (!session) return;
    await this.work.run((tx) => this.callTo(tx, sessionId, session, [mediatorId], eventId));
    await this.work.run(async (tx) => {
      for (const accountId of session.accountIds) if (accountId !== mediatorId) await this.notifier.notify(tx, { accountId, key: eventId, kind: 'mediator_changed', caseId: session.caseId, link: `/sessions/${sessionId}`, params: { name } });
    });
  }

  @OnEvent(agreementReady, 'reminders.agreement-ready')
  async onReady({ agreementId, caseId }: { agreementId: string; caseId: string }, eventId: string): Promise<void> {
    await this.tellPeople(await this.ofAgreement(agreementId, caseId, ['mediator']), caseId, eventId, 'agreement_ready', `/agreements/${agreementId}`);
    const workers = await this.groups.unsafeWorkers(caseId);
    await this.work.run(async (tx) => {
      for (const { accountId } of workers) await this.notifier.notify(tx, { accountId, key: `${eventId}-share`, kind: 'group_share_ready', caseId, link: '/groups' });
    });
  }

  @OnEvent(agreementSealed, 'reminders.agreement-sealed')
  async onSealed({ agreementId, caseId }: { agreementId: string; caseId: string }, eventId: string, at: Date): Promise<void> {
    const people = await this.ofAgreement(agreementId, caseId, ['counsel']);
    await this.tellPeople(people, caseId, eventId, 'agreement_sealed', `/agreements/${agreementId}`);
    const sealed = await this.agreements.sealed(caseId);
    await this.work.run(async (tx) => {
      for (const dueAt of (sealed?.instalments ?? []).flatMap((i) => instalmentReminders(i.dueDate)).filter((day) => day > at)) {
        for (const { accountId } of people) await this.plan(tx, 'instalment_due', caseId, accountId, dueAt);
      }
    });
  }

  @OnEvent(statusChanged, 'reminders.escalation-status')
  async onStatus({ caseId, status }: { caseId: string; status: string }, eventId: string): Promise<void> {
    await this.tell(caseId, ['claimant', 'counsel', 'officer'], eventId, 'escalation_status', `/cases/${caseId}`, { text: status });
  }

  /** Tells those who have come to a case of its sessions ahead; who was told before is not told again. */
  private async callToAhead(caseId: string, accountIds: readonly string[], at: Date): Promise<void> {
    for (const sessionId of await this.sessions.aheadIn(caseId)) {
      const session = (await this.sessions.of(sessionId))!;
      const called = accountIds.filter((id) => session.accountIds.includes(id));
      if (session.startsAt > at) await this.work.run((tx) => this.callTo(tx, sessionId, session, called, scheduledKey(sessionId)));
    }
  }

  /** Tells people of a session now, and again before it starts. */
  private async callTo(tx: Tx, sessionId: string, { startsAt, caseId }: { startsAt: Date; caseId: string }, accountIds: readonly string[], key: string): Promise<void> {
    for (const accountId of accountIds) {
      await this.notifier.notify(tx, { accountId, key, kind: 'session_scheduled', params: { at: startsAt.toISOString() }, caseId, link: `/sessions/${sessionId}` });
      await this.plan(tx, 'session_24h', sessionId, accountId, new Date(startsAt.getTime() - 24 * HOUR_MS));
      await this.plan(tx, 'session_1h', sessionId, accountId, new Date(startsAt.getTime() - HOUR_MS));
    }
  }

  private async tell(caseId: string, relations: Parameters<CaseMembers['of']>[1], key: string, kind: NotificationKind, link: string, params: Record<string, string> = {}): Promise<void> {
    await this.tellPeople(await this.members.of(caseId, relations), caseId, key, kind, link, params);
  }

  /** The claimant, who speaks for the respondents whom an agreement binds, and others. */
  private async ofAgreement(agreementId: string, caseId: string, others: readonly Relation[]): Promise<{ accountId: string }[]> {
    const bound = await this.agreements.bound(agreementId);
    const people = await this.members.of(caseId, ['claimant', ...RESPONDENTS, ...others]);
    return people.filter((p) => !RESPONDENTS.includes(p.relation) || bound.includes(p.respondentId ?? 'respondent'));
  }

  private async tellPeople(people: readonly { accountId: string }[], caseId: string, key: string, kind: NotificationKind, link: string, params: Record<string, string> = {}): Promise<void> {
    await this.work.run(async (tx) => {
      for (const { accountId } of people) await this.notifier.notify(tx, { accountId, key, kind, link, params, caseId });
    });
  }

  private planMediationEnd(tx: Tx, caseId: string, accountId: string, lastDate: string): Promise<void> {
    return this.plan(tx, 'mediation_ending', caseId, accountId, mediationWarning(lastDate));
  }

  private async plan(tx: Tx, kind: NotificationKind, subjectId: string, accountId: string, dueAt: Date): Promise<void> {
    await tx.createQueryBuilder().insert().into(Reminder).values({ id: newId(), kind, subjectId, accountId, dueAt, doneAt: null, retryAt: null }).orIgnore().execute();
  }
}

/** Of the first word of a session, which each is told once. */
const scheduledKey = (sessionId: string): string => `scheduled:${sessionId}`;
