import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Accounts, normalisePhone, Organisations } from '@hejie/identity';
import { Clock, newId, notFound, Outbox, UnitOfWork, Vault, type Actor } from '@hejie/platform';
import { DataSource, MoreThan } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { CaseMembers } from '../case/case-members.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { invitationCreated, respondentJoined, type AcceptInvitation, type Invite } from '../contract/index.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseInvitation } from './case-invitation.entity.js';

/** Each is an SMS to a number the inviter typed, so a case sends only so many. */
const MAX_PER_DAY = 5;
const DAY_MS = 24 * 3_600_000;

@Injectable()
export class Invitations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly members: CaseMembers,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Sends the employer a link by SMS. Safe to repeat by request id. @throws NOT_FOUND, PHONE_INVALID, CASE_MOVE_ILLEGAL for a draft or an ended case, INVITATIONS_TOO_MANY */
  async send(actor: Actor, caseId: string, input: Invite): Promise<{ id: string; sentAt: string }> {
    const relations = await this.access.require(actor, caseId, ['claimant', 'counsel', 'officer', 'mediator']);
    const phone = normalisePhone(input.phone);
    return this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (['draft', 'closed', 'withdrawn'].includes(row.status)) throw this.lifecycle.illegal(row.status, relations);
      const earlier = await tx.findOneBy(CaseInvitation, { caseId, requestId: input.requestId });
      if (earlier) return { id: earlier.id, sentAt: earlier.createdAt.toISOString() };
      const token = randomBytes(32).toString('base64url');
      const id = newId();
      const now = this.clock.now();
      const today = await tx.countBy(CaseInvitation, { caseId, createdAt: MoreThan(new Date(now.getTime() - DAY_MS)) });
      if (today >= MAX_PER_DAY) throw refuse('INVITATIONS_TOO_MANY', { retryAfter: DAY_MS / 1000 });
      await tx.insert(CaseInvitation, {
        id,
        caseId,
        requestId: input.requestId,
        tokenHash: hashOf(token),
        tokenSealed: this.vault.seal('invitation.token', token),
        phoneSealed: this.vault.seal('invitation.phone', phone),
        createdAt: now,
        acceptedBy: null,
        acceptedAt: null,
      });
      await this.timeline.record(tx, { caseId, kind: 'cases.respondent_invited', actorId: actor.accountId, audience: 'worker_side' });
      await this.outbox.put(tx, invitationCreated, { invitationId: id });
      return { id, sentAt: now.toISOString() };
    });
  }

  /** What the link shows to anybody who holds it. @throws NOT_FOUND */
  async look(token: string) {
    const invitation = await this.byToken(token);
    const row = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: invitation.caseId });
    const city = await this.organisations.root();
    return { organisation: city?.name ?? '', employerName: row.employerName, accepted: invitation.acceptedBy !== null };
  }

  /** The signed-in person becomes the employer's representative. Repeating it is harmless. @throws NOT_FOUND, INVITATION_USED, INVITATION_OWN_CASE */
  async accept(actor: Actor, token: string, input: AcceptInvitation): Promise<{ caseId: string }> {
    const { id, caseId } = await this.byToken(token);
    if ((await this.access.relationsOf(actor, caseId)).includes('claimant')) throw refuse('INVITATION_OWN_CASE');
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      const invitation = await tx.findOneByOrFail(CaseInvitation, { id });
      if (invitation.acceptedBy === actor.accountId) return;
      if (invitation.acceptedBy) throw refuse('INVITATION_USED');
      await tx.update(CaseInvitation, { id }, { acceptedBy: actor.accountId, acceptedAt: this.clock.now() });
      await this.accounts.nameIfUnnamed(tx, actor.accountId, input.representativeName);
      await this.members.add(tx, caseId, actor.accountId, 'respondent');
      await this.timeline.record(tx, { caseId, kind: 'cases.respondent_joined', actorId: actor.accountId, data: { position: input.position } });
      await this.outbox.put(tx, respondentJoined, { caseId, accountId: actor.accountId });
    });
    return { caseId };
  }

  private async byToken(token: string): Promise<CaseInvitation> {
    const found = await this.dataSource.getRepository(CaseInvitation).findOneBy({ tokenHash: hashOf(token) });
    if (!found) throw notFound();
    return found;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
