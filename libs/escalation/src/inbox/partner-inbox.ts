import { Injectable } from '@nestjs/common';
import { CalendarsInForce, CaseLifecycle, CaseReader, CaseTimeline, EvidenceFiles } from '@hejie/cases';
import type { DueThing } from '@hejie/cases/contract';
import { Accounts } from '@hejie/identity';
import { AgreementFacts } from '@hejie/mediation';
import { AuditLog, Clock, newId, notFound, Outbox, UnitOfWork, Vault, type Actor, type AuditLine, type Tx } from '@hejie/platform';
import { DataSource, In, Not } from 'typeorm';
import { statusChanged, type Acknowledge, type EscalationStatus, type Inbox, type InboxQuery, type InboxShow, type Manifest, type ReportStatus } from '../contract/index.js';
import { EscalateCase } from '../escalate/escalate-case.js';
import { dayTold } from '../escalate/escalation-history.js';
import { EscalationStatusEntry } from '../escalate/escalation-status.entity.js';
import { Escalation } from '../escalate/escalation.entity.js';
import { refuse } from '../escalation.refusals.js';
import { partnerDue } from './partner-due.js';
import { ENDS_CASE, KINDS, NEXT, SHOWN } from './status-order.js';

/** The commission's side: what was handed to its own organisation, and its answers. */
@Injectable()
export class PartnerInbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly cases: CaseReader,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly escalations: EscalateCase,
    private readonly agreements: AgreementFacts,
    private readonly files: EvidenceFiles,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly calendars: CalendarsInForce,
    private readonly clock: Clock,
  ) {}

  /** A page of what was handed to the actor's organisation, newest first. */
  async list(actor: Actor, { show, page, limit }: InboxQuery): Promise<Inbox> {
    const partnerId = await this.accounts.organisationOf(actor.accountId, 'partner');
    const escalations = this.dataSource.getRepository(Escalation);
    const where = (kind: InboxShow) => ({ partnerId: partnerId!, status: In([...SHOWN[kind]]) });
    const counts = { waiting: 0, underway: 0, over: 0 };
    if (!partnerId) return { items: [], total: 0, counts };
    for (const kind of KINDS) counts[kind] = await escalations.countBy(where(kind));
    const rows = await escalations.find({ where: (show ? [show] : KINDS).map(where), order: { id: 'DESC' }, skip: (page - 1) * limit, take: limit });
    return { items: await Promise.all(rows.map((e) => this.view(e))), total: show ? counts[show] : counts.waiting + counts.underway + counts.over, counts };
  }

  /** @throws NOT_FOUND for what was handed to another organisation, or not handed over yet */
  async one(actor: Actor, id: string) {
    return this.view(await this.find(actor, id));
  }

  /** @throws NOT_FOUND */
  async packet(actor: Actor, id: string) {
    const e = await this.find(actor, id);
    await this.writeDown(actor, e, 'escalation.packet_read');
    return { sha256: e.packetSha256!, bytes: e.packetBytes!, mediaType: 'application/pdf', name: `packet-${e.id}.pdf` };
  }

  /** @throws NOT_FOUND */
  async manifest(actor: Actor, id: string): Promise<Manifest> {
    const e = await this.find(actor, id);
    await this.writeDown(actor, e, 'escalation.packet_read');
    return this.manifestOf(e);
  }

  /** The sealed agreement the packet stands on. @throws NOT_FOUND also where there is none */
  async agreement(actor: Actor, id: string) {
    const e = await this.find(actor, id);
    const sealed = this.manifestOf(e).agreement && (await this.agreements.sealed(e.caseId));
    if (!sealed) throw notFound();
    await this.writeDown(actor, e, 'escalation.agreement_read');
    return sealed.file;
  }

  /** The evidence of the packet bound into one PDF, or a volume of it. @throws NOT_FOUND also where there is none */
  async bundle(actor: Actor, id: string, volume: number) {
    const e = await this.find(actor, id);
    const { bundle: only, volumes = [only] } = this.manifestOf(e);
    const bundle = volumes[volume - 1];
    if (!bundle) throw notFound();
    await this.writeDown(actor, e, 'escalation.bundle_read');
    return { sha256: bundle.sha256, bytes: bundle.bytes, mediaType: 'application/pdf', name: `evidence-${e.id}${volumes.length > 1 ? `-${volume}` : ''}.pdf` };
  }

  /** The evidence files that the packet lists, photos as copies without location. @throws NOT_FOUND, FILE_WITHOUT_COPY */
  async evidence(actor: Actor, id: string, evidenceId: string, piece: boolean) {
    const e = await this.find(actor, id);
    const listed = this.manifestOf(e).evidence.find((x) => x.id === evidenceId);
    const file = listed && (await this.cases.evidence(e.caseId, evidenceId));
    if (!file) throw notFound();
    const audit = this.auditLine(actor, e, 'escalation.evidence_read', { evidenceId });
    return this.files.unsafeOpen(file, { actorId: actor.accountId, original: false, audit, piece });
  }

  /** Its own number for the case. Safe to repeat by request id. @throws NOT_FOUND, ESCALATION_STATUS_ORDER */
  acknowledge(actor: Actor, id: string, { requestId, reference, note }: Acknowledge) {
    return this.step(actor, id, { requestId, status: 'received', text: note ?? reference, amountFen: null }, (tx) => tx.update(Escalation, { id }, { reference }));
  }

  /** A later status; an award closes the case. Safe to repeat by request id. @throws NOT_FOUND, ESCALATION_STATUS_ORDER, ESCALATION_DATE_AHEAD */
  async report(actor: Actor, id: string, { requestId, status, text, date, amountFen }: ReportStatus) {
    await this.find(actor, id);
    // only a hearing can be told of before it takes place; periods run from the other days
    if (status !== 'hearing' && date > this.clock.today()) throw refuse('ESCALATION_DATE_AHEAD');
    return this.step(actor, id, { requestId, status, text: `${date} ${text}`, amountFen: amountFen ?? null });
  }

  private async step(
    actor: Actor,
    id: string,
    entry: { requestId: string; status: EscalationStatus; text: string; amountFen: number | null },
    also?: (tx: Tx) => Promise<unknown>,
  ) {
    const { caseId } = await this.find(actor, id);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      if (await tx.existsBy(EscalationStatusEntry, { escalationId: id, requestId: entry.requestId })) return;
      const { status } = await tx.findOneByOrFail(Escalation, { id });
      if (!NEXT[status].includes(entry.status)) throw refuse('ESCALATION_STATUS_ORDER', { extra: { escalationStatus: status, allowed: NEXT[status] } });
      await also?.(tx);
      await tx.update(Escalation, { id }, { status: entry.status });
      await tx.insert(EscalationStatusEntry, {
        id: newId(),
        escalationId: id,
        requestId: entry.requestId,
        status: entry.status,
        text: entry.text,
        amountFen: entry.amountFen === null ? null : String(entry.amountFen),
        at: this.clock.now(),
      });
      await this.timeline.record(tx, {
        caseId,
        kind: `escalation.${entry.status}`,
        actorId: actor.accountId,
        audience: 'worker_side',
        data: { text: entry.text, ...(entry.amountFen === null ? {} : { amountFen: entry.amountFen }) },
      });
      const outcome = ENDS_CASE[entry.status];
      if (outcome) await this.lifecycle.move(tx, { caseId, move: 'decide', actorId: actor.accountId, set: { outcome } });
      await this.outbox.put(tx, statusChanged, { escalationId: id, caseId, status: entry.status });
    });
    return this.one(actor, id);
  }

  private manifestOf(e: Escalation): Manifest {
    return JSON.parse(this.vault.open('escalation.manifest', e.manifestSealed!)) as Manifest;
  }

  /** Before anything of it is shown: what cannot be audited is not. */
  private writeDown(actor: Actor, e: Escalation, action: string): Promise<void> {
    return this.work.run((tx) => this.audit.append(tx, this.auditLine(actor, e, action)));
  }

  private auditLine(actor: Actor, { id, caseId }: Escalation, action: string, detail: Record<string, string> = {}): AuditLine {
    return { actorId: actor.accountId, action, subject: `escalation:${id}`, detail: { caseId, ...detail } };
  }

  private async find(actor: Actor, id: string): Promise<Escalation> {
    const partnerId = await this.accounts.organisationOf(actor.accountId, 'partner');
    const found = partnerId ? await this.dataSource.getRepository(Escalation).findOneBy({ id, partnerId, status: Not('queued') }) : null;
    if (!found) throw notFound();
    return found;
  }

  private async due({ id, track }: Escalation): Promise<DueThing | null> {
    const reports = await this.dataSource.getRepository(EscalationStatusEntry).find({ where: { escalationId: id }, order: { id: 'ASC' } });
    return partnerDue(track, reports.map((r) => ({ status: r.status, on: dayTold(r) })), this.clock.today(), await this.calendars.now());
  }

  private async view(e: Escalation) {
    const { caseId: _caseId, partner: _partner, ...view } = await this.escalations.view(e);
    const found = (await this.cases.unsafeCase(e.caseId))!;
    return { ...view, caseNumber: found.number, claimantName: found.claimant.name ?? '', employerName: found.facts.employer.name, otherRespondents: found.respondents.slice(1).map((r) => r.name), next: [...NEXT[e.status]], due: NEXT[e.status].length ? await this.due(e) : null };
  }
}
