import { Injectable } from '@nestjs/common';
import { CalendarsInForce, CaseAccess, CaseLifecycle, CaseReader, CLAIMANTS_OWN, WORKER_SIDE } from '@hejie/cases';
import { AgreementFacts } from '@hejie/mediation';
import { Organisations } from '@hejie/identity';
import { AuditLog, Clock, newId, notFound, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { escalationQueued, type Escalate, type EscalationView, type PartnerChoice, type Track } from '../contract/index.js';
import { refuse } from '../escalation.refusals.js';
import { Escalation } from './escalation.entity.js';
import { checkTrack } from './track-fit.js';
import { EscalationStatusEntry } from './escalation-status.entity.js';

/** Tracks that go to the arbitration commission; the others go to a court. */
export const TO_COMMISSION: readonly Track[] = ['arbitration', 'arbitral_review'];

@Injectable()
export class EscalateCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly cases: CaseReader,
    private readonly organisations: Organisations,
    private readonly agreements: AgreementFacts,
    private readonly calendars: CalendarsInForce,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Queues the packet and moves the case. Safe to repeat by request id. @throws NOT_FOUND, CASE_MOVE_ILLEGAL, ESCALATION_NO_PARTNER, ESCALATION_PARTNER_OPEN with whom to choose from, and what `checkTrack` throws */
  async execute(actor: Actor, caseId: string, { requestId, track, partnerId }: Escalate): Promise<EscalationView> {
    const relations = await this.access.require(actor, caseId, ['claimant', 'counsel', 'officer']);
    const { offered, sure } = await this.offered(caseId, TO_COMMISSION.includes(track) ? 'commission' : 'court');
    const partner = partnerId ? offered.find((o) => o.id === partnerId) : offered[0];
    const id = await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      const earlier = await tx.findOneBy(Escalation, { caseId, requestId });
      if (earlier) return earlier.id;
      if (partnerId && !partner) throw notFound();
      if (!sure && offered.length && !partnerId) throw refuse('ESCALATION_PARTNER_OPEN', { extra: { partners: offered.map(({ id, name }): PartnerChoice[number] => ({ id, name })) } });
      if (!partner || !(await this.organisations.keepOpen(tx, partner.id))) throw refuse('ESCALATION_NO_PARTNER');
      await this.lifecycle.move(tx, { caseId, move: 'escalate', actorId: actor.accountId, relations, data: { track } });
      // asked last: who may not make the move at all is told that, and the transaction takes the move back
      checkTrack(track, await this.agreements.sealed(caseId), this.clock.today(), await this.calendars.now());
      const made = newId();
      await tx.insert(Escalation, {
        id: made,
        caseId,
        requestId,
        track,
        status: 'queued',
        partnerId: partner.id,
        reference: null,
        packetSha256: null,
        packetBytes: null,
        manifestSealed: null,
        createdAt: this.clock.now(),
      });
      await this.outbox.put(tx, escalationQueued, { escalationId: made, caseId });
      return made;
    });
    return this.view(await this.dataSource.getRepository(Escalation).findOneByOrFail({ id }));
  }

  /** Whom a case may go to: the one that serves its place, or, where the place tells of none or of several, whom a person chooses from. */
  private async offered(caseId: string, kind: 'commission' | 'court') {
    const serving = await this.organisations.serving(kind, (await this.cases.unsafeCase(caseId))?.organisationPath ?? '');
    return { offered: serving.length ? serving : await this.organisations.openOf(kind), sure: serving.length === 1 };
  }

  /** For who may not read the packet there is none. @throws NOT_FOUND for anybody but the worker's side */
  async ofCase(actor: Actor, caseId: string): Promise<EscalationView[]> {
    const relations = await this.access.require(actor, caseId, WORKER_SIDE);
    const rows = await this.dataSource.getRepository(Escalation).find({ where: { caseId }, order: { id: 'DESC' } });
    const reads = relations.some((r) => CLAIMANTS_OWN.includes(r));
    return Promise.all(rows.map(async (e) => (reads ? this.view(e) : { ...(await this.view(e)), packetSha256: null })));
  }

  /** The compiled packet's file, for who may read the claimant's particulars, which are in it. That somebody looked is written down first. @throws NOT_FOUND */
  async packet(actor: Actor, id: string) {
    const e = await this.dataSource.getRepository(Escalation).findOneBy({ id });
    if (!e?.packetSha256 || !e.packetBytes) throw notFound();
    await this.access.require(actor, e.caseId, CLAIMANTS_OWN);
    await this.work.run((tx) => this.audit.append(tx, { actorId: actor.accountId, action: 'escalation.packet_read', subject: `escalation:${id}`, detail: { caseId: e.caseId } }));
    return { sha256: e.packetSha256, bytes: e.packetBytes, mediaType: 'application/pdf', name: `packet-${e.id}.pdf` };
  }

  async view(e: Escalation): Promise<EscalationView> {
    const history = await this.dataSource.getRepository(EscalationStatusEntry).find({ where: { escalationId: e.id }, order: { id: 'ASC' } });
    const partner = await this.organisations.find(e.partnerId);
    return {
      id: e.id,
      caseId: e.caseId,
      track: e.track,
      status: e.status,
      partner: partner?.name ?? '',
      reference: e.reference,
      packetSha256: e.packetSha256,
      createdAt: e.createdAt.toISOString(),
      history: history.map((h) => ({ status: h.status, at: h.at.toISOString(), text: h.text, amountFen: h.amountFen === null ? null : Number(h.amountFen) })),
    };
  }
}
