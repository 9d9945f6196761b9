import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Accounts, Organisations } from '@hejie/identity';
import { addDays } from '@hejie/law';
import { civilDate, Clock, newId, notFound, Outbox, UnitOfWork, Vault, type Actor, type Tx } from '@hejie/platform';
import { DataSource, In, IsNull, MoreThan, Not } from 'typeorm';
import { CaseAccess, RESPONDENTS } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { CaseMember } from '../case/case-member.entity.js';
import { CaseMembers } from '../case/case-members.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { invitationCreated, INVITATION_DAYS, respondentJoined, type AcceptInvitation, type Invite, type Relation } from '../contract/index.js';
import { GroupMember } from '../group/group-member.entity.js';
import { CaseRespondent } from '../respondents/case-respondent.entity.js';
import { Respondents } from '../respondents/respondents.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseInvitation } from './case-invitation.entity.js';

/** Each is an SMS to a number the inviter typed, so a case sends only so many. */
const MAX_PER_DAY = 5;
const DAY_MS = 24 * 3_600_000;
/** Who asks the other side to the table. */
const INVITERS: readonly Relation[] = ['claimant', 'counsel', 'officer', 'mediator'];
/** Where nobody is asked to the table any more. */
const OVER: readonly DisputeCase['status'][] = ['closed', 'withdrawn', 'escalated'];

@Injectable()
export class Invitations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly members: CaseMembers,
    private readonly respondents: Respondents,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends the employer, or who is named beside it, a link by SMS; links sent to the same before that nobody took up are good no more.
   * Who joined for it may ask a colleague in the same way. Safe to repeat by request id.
   * @throws NOT_FOUND, PHONE_INVALID, PHONE_COUNTRY, CASE_MOVE_ILLEGAL for a draft or a case that is over, INVITATIONS_TOO_MANY
   */
  async send(actor: Actor, caseId: string, input: Invite): Promise<{ id: string; sentAt: string }> {
    const relations = await this.access.require(actor, caseId, [...INVITERS, ...RESPONDENTS]);
    const colleague = !relations.some((r) => INVITERS.includes(r));
    const respondentId = colleague ? await this.spokenFor(caseId, actor.accountId) : (input.respondentId ?? null);
    if (colleague && input.respondentId && input.respondentId !== respondentId) throw notFound();
    const phone = this.accounts.phone(input.phone);
    return this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (row.status === 'draft' || OVER.includes(row.status)) throw this.lifecycle.illegal(row.status, relations);
      if (respondentId && !(await tx.existsBy(CaseRespondent, { id: respondentId, caseId }))) throw notFound();
      const earlier = await tx.findOneBy(CaseInvitation, { caseId, requestId: input.requestId });
      if (earlier) return { id: earlier.id, sentAt: earlier.createdAt.toISOString() };
      const token = randomBytes(32).toString('base64url');
      const id = newId();
      const now = this.clock.now();
      const today = await tx.countBy(CaseInvitation, { caseId, respondentId: respondentId ?? IsNull(), createdAt: MoreThan(new Date(now.getTime() - DAY_MS)) });
      if (today >= MAX_PER_DAY) throw refuse('INVITATIONS_TOO_MANY', { retryAfter: DAY_MS / 1000 });
      await tx.insert(CaseInvitation, {
        id,
        caseId,
        respondentId,
        requestId: input.requestId,
        tokenHash: hashOf(token),
        tokenSealed: this.vault.seal('invitation.token', token),
        phoneSealed: this.vault.seal('invitation.phone', phone),
        createdAt: now,
        acceptedBy: null,
        acceptedAt: null,
      });
      await this.timeline.record(tx, { caseId, kind: 'cases.respondent_invited', actorId: actor.accountId, audience: colleague ? 'all' : 'worker_side', ...(respondentId ? { data: { name: await this.nameOf(row, respondentId) } } : {}) });
      await this.outbox.put(tx, invitationCreated, { invitationId: id });
      return { id, sentAt: now.toISOString() };
    });
  }

  /** What the link shows to anybody who holds it. @throws INVITATION_UNKNOWN, INVITATION_EXPIRED */
  async look(token: string) {
    const invitation = await this.byToken(token);
    if (!invitation.acceptedBy) await this.checkStands(this.dataSource.manager, invitation);
    const row = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: invitation.caseId });
    const city = await this.organisations.root();
    return { organisation: city?.name ?? '', employerName: await this.nameOf(row, invitation.respondentId), accepted: invitation.acceptedBy !== null, lastDay: lastDayOf(invitation) };
  }

  /**
   * The person signed in with the invited phone becomes the employer's representative. Repeating it is harmless. A link of
   * another phone, one replaced since and one that never was are told apart to nobody.
   * @throws INVITATION_UNKNOWN, INVITATION_OWN_CASE, INVITATION_USED, INVITATION_EXPIRED, INVITATION_CASE_OVER
   */
  async accept(actor: Actor, token: string, input: AcceptInvitation): Promise<{ caseId: string }> {
    const { id, caseId, phoneSealed, respondentId } = await this.byToken(token);
    const relation = respondentId ? 'co_respondent' : 'respondent';
    if (!(await this.accounts.hasPhone(actor.accountId, this.vault.open('invitation.phone', phoneSealed)))) throw refuse('INVITATION_UNKNOWN');
    const relations = await this.access.relationsOf(actor, caseId);
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      const invitation = await tx.findOneByOrFail(CaseInvitation, { id });
      if (invitation.acceptedBy === actor.accountId && relations.includes(relation)) return;
      if (invitation.acceptedBy) throw refuse('INVITATION_USED');
      // whoever spoke for one of them, even before, has done things that are its own
      const spoke = await tx.findBy(CaseMember, { caseId, accountId: actor.accountId, relation: In([...RESPONDENTS]) });
      if (spoke.some((m) => m.respondentId !== respondentId)) throw refuse('INVITATION_OTHER_RESPONDENT');
      if (relations.some((r) => r !== relation) || (await this.isOfGroup(tx, caseId, actor.accountId))) throw refuse('INVITATION_OWN_CASE');
      await this.checkStands(tx, invitation);
      if (OVER.includes(row.status)) throw refuse('INVITATION_CASE_OVER');
      await tx.update(CaseInvitation, { id }, { acceptedBy: actor.accountId, acceptedAt: this.clock.now() });
      await this.accounts.nameIfUnnamed(tx, new Map([[actor.accountId, input.representativeName]]));
      await this.members.add(tx, caseId, actor.accountId, relation, respondentId);
      await this.timeline.record(tx, { caseId, kind: 'cases.respondent_joined', actorId: actor.accountId, data: { position: input.position, ...(respondentId ? { name: await this.nameOf(row, respondentId) } : {}) } });
      await this.outbox.put(tx, respondentJoined, { caseId, accountId: actor.accountId });
    });
    return { caseId };
  }

  /** That nothing was sent after it and that its days are not over. @throws INVITATION_UNKNOWN, INVITATION_EXPIRED */
  private async checkStands(tx: Tx, invitation: CaseInvitation): Promise<void> {
    const newest = await tx.findOneOrFail(CaseInvitation, { where: { caseId: invitation.caseId, respondentId: invitation.respondentId ?? IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
    if (newest.id !== invitation.id) throw refuse('INVITATION_UNKNOWN');
    if (this.clock.today() > lastDayOf(invitation)) throw refuse('INVITATION_EXPIRED', { params: { days: INVITATION_DAYS } });
  }

  /** Whom a representative speaks for; null: the employer. @throws NOT_FOUND for who was put out meanwhile */
  private async spokenFor(caseId: string, accountId: string): Promise<string | null> {
    const mine = (await this.members.of(caseId, RESPONDENTS)).find((m) => m.accountId === accountId);
    if (!mine) throw notFound();
    return mine.respondentId;
  }

  private async nameOf(row: DisputeCase, respondentId: string | null): Promise<string> {
    return (await this.respondents.of(row)).find((r) => r.id === respondentId)?.name ?? row.employerName;
  }

  /** Who is in the workers' group, or is asked into it, does not speak for the employer. */
  private isOfGroup(tx: Tx, caseId: string, accountId: string): Promise<boolean> {
    return tx.existsBy(GroupMember, { caseId, accountId, status: Not('out') });
  }

  private async byToken(token: string): Promise<CaseInvitation> {
    const found = await this.dataSource.getRepository(CaseInvitation).findOneBy({ tokenHash: hashOf(token) });
    if (!found) throw refuse('INVITATION_UNKNOWN');
    return found;
  }
}

/** The last day on which a link is good. */
function lastDayOf({ createdAt }: CaseInvitation): string {
  return addDays(civilDate(createdAt), INVITATION_DAYS);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
