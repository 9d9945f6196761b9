import { Injectable } from '@nestjs/common';
import { Clock, newId, notFound, ReleasedFiles, UnitOfWork, type Actor, type ReceivedFile, type ShownFile } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess, EVERYBODY } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import type { Audience, EvidenceFields, EvidenceView, Relation } from '../contract/index.js';
import { Custody } from '../custody/custody.js';
import { SetAside } from '../set-aside/set-aside.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseEvidence, type EvidenceSide } from './case-evidence.entity.js';
import { EvidenceFiles } from './evidence-files.js';
import { checkOpen } from './evidence-limit.js';
import { maySee, ownSide, removable, sideOf, sidesOf } from './evidence-rules.js';

/** Who reads on the timeline that a side added something private. */
const AUDIENCE_OF_SIDE: Record<EvidenceSide, Audience> = { claimant: 'worker_side', respondent: 'respondent_side', staff: 'staff' };

/** Evidence of a case: each side sees its own and what is shared. */
@Injectable()
export class Evidence {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly aside: SetAside,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly custody: Custody,
    private readonly files: EvidenceFiles,
    private readonly released: ReleasedFiles,
    private readonly clock: Clock,
  ) {}

  /** Binds a received file to the case. With an `id` of the caller's, repeating gives the same evidence. @throws NOT_FOUND, EVIDENCE_CASE_OVER */
  async add(actor: Actor, caseId: string, file: ReceivedFile<EvidenceFields>, id: string = newId()): Promise<EvidenceView> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    const row: CaseEvidence = {
      id,
      caseId,
      side: sideOf(relations),
      ...file.fields,
      items: [],
      claims: [],
      provenance: null,
      name: file.name,
      mediaType: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      uploadedBy: actor.accountId,
      uploadedAt: this.clock.now(),
    };
    return this.work.run(async (tx) => {
      const of = await this.lifecycle.lock(tx, caseId);
      const earlier = await tx.findOneBy(CaseEvidence, { id });
      if (earlier) return viewOf(earlier, actor, relations, of);
      checkOpen(of);
      await tx.insert(CaseEvidence, row);
      await this.custody.append(tx, row, { kind: 'received', actorId: actor.accountId });
      if (row.visibility === 'shared') await this.custody.append(tx, row, { kind: 'shown', actorId: actor.accountId });
      await this.timeline.record(tx, {
        caseId,
        kind: 'cases.evidence_added',
        actorId: actor.accountId,
        audience: row.visibility === 'shared' ? 'all' : AUDIENCE_OF_SIDE[row.side],
        data: { evidenceId: row.id, title: row.title, sha256: row.sha256 },
      });
      return viewOf(row, actor, relations, of);
    });
  }

  /** The evidence that the actor's upload became before, or null. */
  async takenBy(actor: Actor, caseId: string, id: string): Promise<EvidenceView | null> {
    const row = await this.dataSource.getRepository(CaseEvidence).findOneBy({ id, caseId, uploadedBy: actor.accountId });
    return row && viewOf(row, actor, await this.access.relationsOf(actor, caseId), await this.caseOf(caseId));
  }

  /** @throws NOT_FOUND */
  async list(actor: Actor, caseId: string): Promise<EvidenceView[]> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    const rows = await this.dataSource.getRepository(CaseEvidence).find({ where: { caseId }, order: { id: 'ASC' } });
    const of = await this.caseOf(caseId);
    const aside = await this.aside.from(actor, relations, caseId);
    return rows.filter((e) => maySee(e, relations, actor, aside)).map((e) => viewOf(e, actor, relations, of));
  }

  /** The original for its own side, for others a copy without location. That they looked is written down first. @throws NOT_FOUND, FILE_WITHOUT_COPY */
  async open(actor: Actor, caseId: string, evidenceId: string, piece: boolean): Promise<ShownFile> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    const row = await this.dataSource.getRepository(CaseEvidence).findOneBy({ id: evidenceId, caseId });
    if (!row || !maySee(row, relations, actor, await this.aside.from(actor, relations, caseId))) throw notFound();
    const original = row.uploadedBy === actor.accountId || sidesOf(relations).includes(row.side);
    const audit = { actorId: actor.accountId, action: 'cases.evidence_read', subject: `evidence:${evidenceId}`, detail: { caseId } };
    return this.files.unsafeOpen(row, { actorId: actor.accountId, original, audit, piece });
  }

  /** Shows one's own side's evidence to both sides; it cannot be taken back. @throws NOT_FOUND */
  async share(actor: Actor, caseId: string, evidenceId: string): Promise<EvidenceView> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    return this.work.run(async (tx) => {
      const of = await this.lifecycle.lock(tx, caseId);
      const row = await tx.findOneBy(CaseEvidence, { id: evidenceId, caseId });
      if (!row || !maySee(row, relations, actor, await this.aside.from(actor, relations, caseId)) || !ownSide(row, relations)) throw notFound();
      if (row.visibility === 'shared') return viewOf(row, actor, relations, of);
      await tx.update(CaseEvidence, { id: row.id }, { visibility: 'shared' });
      await this.custody.append(tx, row, { kind: 'shown', actorId: actor.accountId });
      await this.timeline.record(tx, { caseId, kind: 'cases.evidence_shared', actorId: actor.accountId, data: { evidenceId, title: row.title } });
      return viewOf({ ...row, visibility: 'shared' }, actor, relations, of);
    });
  }

  /**
   * Takes one's own evidence back before anybody else relies on it: what was filed, shown or handed on stays.
   * The timeline keeps its title and hash, the store loses its bytes. @throws NOT_FOUND, EVIDENCE_SUBMITTED
   */
  async remove(actor: Actor, caseId: string, evidenceId: string): Promise<void> {
    await this.access.require(actor, caseId, EVERYBODY);
    await this.work.run(async (tx) => {
      const of = await this.lifecycle.lock(tx, caseId);
      const row = await tx.findOneBy(CaseEvidence, { id: evidenceId, caseId, uploadedBy: actor.accountId });
      if (!row) throw notFound();
      if (!removable(row, actor, of)) throw refuse('EVIDENCE_SUBMITTED');
      await tx.delete(CaseEvidence, { id: evidenceId });
      await this.released.release(tx, row.sha256);
      await this.custody.append(tx, row, { kind: 'removed', actorId: actor.accountId });
      await this.timeline.record(tx, {
        caseId,
        kind: 'cases.evidence_removed',
        actorId: actor.accountId,
        audience: AUDIENCE_OF_SIDE[row.side],
        data: { evidenceId, title: row.title, sha256: row.sha256 },
      });
    });
  }

  private caseOf(caseId: string): Promise<DisputeCase> {
    return this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
  }
}

/** Evidence as somebody with these relations may know it. */
export function viewOf(e: CaseEvidence, actor: Actor, relations: readonly Relation[], of: Pick<DisputeCase, 'status' | 'filedAt'>): EvidenceView {
  const own = sidesOf(relations).includes(e.side);
  return {
    id: e.id,
    title: e.title,
    proves: e.proves,
    items: own ? e.items : [],
    claims: own ? e.claims : [],
    provenance: own ? e.provenance : null,
    visibility: e.visibility,
    side: e.side,
    name: e.name,
    mediaType: e.mediaType,
    bytes: e.bytes,
    sha256: e.sha256,
    uploadedAt: e.uploadedAt.toISOString(),
    mine: e.uploadedBy === actor.accountId,
    bindable: ownSide(e, relations),
    removable: removable(e, actor, of),
  };
}
