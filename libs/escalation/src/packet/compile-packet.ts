import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { BindBundle, CaseReader, CaseTimeline, purposeOf, sourceOf, standingElection, type BoundBundle, type ListedEvidence, type UnsafeCase } from '@hejie/cases';
import { Organisations } from '@hejie/identity';
import { SessionFacts } from '@hejie/mediation';
import { renderPdf } from '@hejie/papers';
import { civilDate, Clock, FileStore, MAX_FILE_BYTES, newId, OnEvent, Outbox, Refusal, ShownFiles, UnitOfWork, Vault } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { escalationQueued, packetSent, type Manifest, type Track } from '../contract/index.js';
import { TO_COMMISSION } from '../escalate/escalate-case.js';
import { Escalation } from '../escalate/escalation.entity.js';
import { EscalationStatusEntry } from '../escalate/escalation-status.entity.js';
import { caseValues, filled, forSigners, jointAnswers, namingOnly, signersFor } from '../papers/case-values.js';
import { GatherFacts } from '../papers/gather-facts.js';
import { KeepAnswers } from '../papers/keep-answers.js';
import { packetPaper } from './packet-paper.js';
import { undisputed } from './undisputed.js';

/** Tracks for which both sides apply together. */
const JOINT: readonly Track[] = ['arbitral_review', 'judicial_confirmation'];

/** The steps of a case that a packet tells, in its words. Mediation itself is told only as having begun and ended. */
const CHRONOLOGY: Readonly<Record<string, string>> = {
  'cases.file': '劳动者向工会提出调解申请',
  'cases.respondent_joined': '用人单位代表参加',
  'cases.answered': '用人单位作出答复',
  'cases.negotiate': '双方协商',
  'cases.mediate': '进入调解',
  'cases.fail_mediation': '调解未达成协议',
  'cases.agree': '达成调解协议',
  'cases.escalate': '申请转交',
};

/** The same of who is named beside the employer. */
const OF_OTHERS: Readonly<Record<string, string>> = { 'cases.respondent_joined': '的代表参加', 'cases.answered': '作出答复' };

/** Makes the packet of a queued escalation and puts it into the partner's inbox. Running again changes nothing. */
@Injectable()
export class CompilePacket {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly timeline: CaseTimeline,
    private readonly bundles: BindBundle,
    private readonly shown: ShownFiles,
    private readonly sessions: SessionFacts,
    private readonly gather: GatherFacts,
    private readonly answers: KeepAnswers,
    private readonly organisations: Organisations,
    private readonly store: FileStore,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnEvent(escalationQueued, 'escalation.compile-packet')
  async compile({ escalationId }: { escalationId: string }): Promise<void> {
    const escalation = await this.dataSource.getRepository(Escalation).findOneByOrFail({ id: escalationId });
    if (escalation.status !== 'queued') return;
    const found = (await this.cases.unsafeCase(escalation.caseId))!;
    const facts = await this.gather.unsafeOf(found, await this.gather.phoneOf(found, 'escalation packet', null), civilDate(escalation.createdAt));
    const { agreement, evidence, group } = facts;
    const representatives = standingElection(group);
    const volumes = await this.bind(escalation, evidence);
    const exhibits = volumes.flatMap((v) => v.exhibits);
    // what stands on an agreement with some of several respondents names those alone
    const signers = signersFor(escalation.track, facts);
    const told = (await this.answers.unsafeOf(escalation.caseId, 'worker')).answers;
    const worker = signers ? forSigners(told, signers) : told;
    const employer = JOINT.includes(escalation.track) ? forSigners(await this.answers.unsafeOfSigners(escalation.caseId, signers ?? ['respondent']), signers ?? ['respondent']) : null;
    const partner = (await this.organisations.find(escalation.partnerId))?.name ?? '';
    const chronology = await this.cases.chronology(escalation.caseId, Object.keys(CHRONOLOGY));
    const answer = await this.cases.unsafeAnswer(escalation.caseId, escalation.createdAt);
    const others = await this.cases.unsafeOtherAnswers(found, escalation.createdAt);
    const several = found.respondents.length > 1;
    const undisputedFacts = undisputed(await this.sessions.undisputedFacts(escalation.caseId), [...(answer ? [{ by: several ? found.facts.employer.name : '用人单位', answer }] : []), ...others.map((o) => ({ by: o.name, answer: o.answer }))]);
    // dated by the escalation, so that a second run gives the same bytes
    const whole = caseValues({ ...(await this.gather.withPages(facts)), exhibits });
    const known = { ...(signers ? namingOnly(whole, signers) : whole), ...(TO_COMMISSION.includes(escalation.track) ? { 'addressee.commission': partner } : { 'addressee.court': partner }) };
    const pdf = await renderPdf(
      packetPaper({
        track: escalation.track,
        caseNumber: found.number,
        values: filled(known, employer ? jointAnswers(worker, employer) : worker),
        employerValues: employer && filled({ ...known, 'by.employer': 'yes' }, employer),
        undisputedFacts,
        chronology: chronology.map(({ at, kind, data }) => ({ at, text: typeof data['name'] === 'string' && OF_OTHERS[kind] ? `${data['name']}${OF_OTHERS[kind]}` : CHRONOLOGY[kind]! })),
        madeAt: escalation.createdAt,
      }),
    );
    const stored = await this.store.put(Readable.from(pdf), MAX_FILE_BYTES);
    const manifest: Manifest = {
      version: 1,
      track: escalation.track,
      caseNumber: found.number,
      filedAt: found.filedAt.toISOString(),
      claimant: { name: found.claimant.name ?? '', idNumber: found.claimant.idNumber ?? null, address: found.claimant.address ?? null },
      respondent: firstOf(found, signers),
      ...(several ? { respondents: found.respondents.filter((r) => !signers || signers.includes(r.id ?? 'respondent')).map(({ number, name, uscc, address, role }) => ({ number, name, uscc, address, role, answers: (number === 1 ? answer : others.find((o) => o.number === number)?.answer)?.claims.map(({ claim, position, admittedFen }) => ({ claim, position, admittedFen })) ?? [] })) } : {}),
      claims: found.facts.claims.map((c, i) => {
        const said = answer?.claims.find((a) => a.claim === i);
        return { kind: c.kind, amountFen: c.amountFen ?? null, answer: said?.position ?? null, admittedFen: said?.admittedFen ?? null };
      }),
      disputeTypes: found.facts.disputeTypes,
      undisputedFacts,
      group: representatives.length ? { workers: group.map((w) => w.name), representatives: representatives.map((w) => w.name) } : null,
      agreement: agreement && { number: agreement.number, effectiveOn: agreement.effectiveOn, sha256: agreement.file.sha256 },
      evidence: await Promise.all(evidence.map(async (e) => ({ id: e.id, exhibit: e.exhibit, title: e.title, proves: purposeOf(e), source: sourceOf(e.provenance), mediaType: e.mediaType, bytes: e.bytes, sha256: e.sha256, shownSha256: await this.shownHash(e) }))),
      bundle: volumes[0]?.file ?? null,
      ...(volumes.length > 1 ? { volumes: volumes.map((v) => v.file) } : {}),
      packetSha256: stored.sha256,
    };
    await this.work.serialised(`escalation:${escalationId}`, async (tx) => {
      const fresh = await tx.findOneByOrFail(Escalation, { id: escalationId });
      if (fresh.status !== 'queued') return;
      await tx.update(Escalation, { id: escalationId }, {
        status: 'sent',
        packetSha256: stored.sha256,
        packetBytes: stored.bytes,
        manifestSealed: this.vault.seal('escalation.manifest', JSON.stringify(manifest)),
      });
      for (const { exhibits: bound, file } of volumes) await this.bundles.trail(tx, bound, { kind: 'handed_on', actorId: null, sha256: file.sha256, detail: { escalationId, partner } });
      await tx.insert(EscalationStatusEntry, { id: newId(), escalationId, requestId: escalationId, status: 'sent', text: partner, amountFen: null, at: this.clock.now() });
      await this.timeline.record(tx, { caseId: escalation.caseId, kind: 'escalation.sent', actorId: null, audience: 'worker_side', data: { track: escalation.track, partner, sha256: stored.sha256 } });
      await this.outbox.put(tx, packetSent, { escalationId, caseId: escalation.caseId });
    });
  }

  /** One volume after another: each may take hundreds of megabytes. */
  private async bind({ caseId, createdAt }: Escalation, evidence: readonly ListedEvidence[]): Promise<BoundBundle[]> {
    const volumes = evidence.length ? this.bundles.volumesOf(evidence) : [];
    const bound: BoundBundle[] = [];
    for (const [i, of] of volumes.entries()) {
      bound.push(await this.bundles.unsafeBind({ caseId, evidenceIds: of.map((e) => e.id), at: createdAt, volume: { number: i + 1, of: volumes.length, firstExhibit: of[0]!.exhibit } }));
    }
    return bound;
  }

  /** Of the copy the partner gets to open; null where none can be made. */
  private async shownHash(e: ListedEvidence): Promise<string | null> {
    try {
      return (await this.shown.of(e)).sha256;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

/** The employer; of what stands on an agreement without it, the first who signed. */
function firstOf({ respondents, facts: { employer } }: UnsafeCase, signers: readonly string[] | null): Manifest['respondent'] {
  const first = signers && respondents.find((r) => (r.id ?? 'respondent') === signers[0]);
  return first?.id ? { name: first.name, uscc: first.uscc, address: first.address } : { name: employer.name, uscc: employer.uscc ?? null, address: employer.address ?? null };
}
