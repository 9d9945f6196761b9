import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { AuditLog, Clock, newId, notFound, Outbox, UnitOfWork, type Actor, type ShownFile } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { refuse } from '../cases.refusals.js';
import { bundleAsked, type AskBundle as Asked, type BundleView, type Relation } from '../contract/index.js';
import { EvidenceList } from '../evidence-list/evidence-list.js';
import { BindBundle } from './bind-bundle.js';
import { EvidenceBundle } from './evidence-bundle.entity.js';

/** The claimant and who acts for them. */
export const MAKERS: readonly Relation[] = ['claimant', 'counsel', 'officer'];

/** Asks for a bundle of the worker's evidence, and reads the ones that were made. */
@Injectable()
export class AskBundle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly list: EvidenceList,
    private readonly binding: BindBundle,
    private readonly accounts: Accounts,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat by request id. Answers the first volume. @throws NOT_FOUND, BUNDLE_EMPTY, BUNDLE_EVIDENCE_UNKNOWN, BUNDLE_UNDER_WAY */
  async ask(actor: Actor, caseId: string, { requestId, evidenceIds }: Asked): Promise<BundleView> {
    await this.access.require(actor, caseId, MAKERS);
    const row = await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      const earlier = await tx.findOneBy(EvidenceBundle, { caseId, requestId, volume: 1 });
      if (earlier) return earlier;
      const listed = await this.list.unsafeOf(caseId, evidenceIds && [...new Set(evidenceIds)]);
      if (listed.length === 0 && !evidenceIds) throw refuse('BUNDLE_EMPTY');
      if (evidenceIds && listed.length < new Set(evidenceIds).size) throw refuse('BUNDLE_EVIDENCE_UNKNOWN');
      if (await tx.existsBy(EvidenceBundle, { caseId, sha256: IsNull() })) throw refuse('BUNDLE_UNDER_WAY');
      const volumes = this.binding.volumesOf(listed);
      const askedAt = this.clock.now(); // one moment for all: by it, and then by their number, they are listed
      const asked = volumes.map((of, i): EvidenceBundle => ({
        id: newId(), caseId, requestId, askedBy: actor.accountId, askedAt, evidenceIds: of.map((e) => e.id),
        volume: i + 1, volumes: volumes.length, firstExhibit: of[0]!.exhibit, sha256: null, bytes: null, pages: null, exhibits: null,
      }));
      for (const row of asked) {
        await tx.insert(EvidenceBundle, row);
        await this.outbox.put(tx, bundleAsked, { bundleId: row.id });
      }
      return asked[0]!;
    });
    return (await this.views([row]))[0]!;
  }

  /** Newest first, volumes of one in their order. @throws NOT_FOUND */
  async of(actor: Actor, caseId: string): Promise<BundleView[]> {
    await this.access.require(actor, caseId, MAKERS);
    return this.views(await this.dataSource.getRepository(EvidenceBundle).find({ where: { caseId }, order: { askedAt: 'DESC', requestId: 'ASC', volume: 'ASC' }, take: 50 }));
  }

  /** That it was read is written down first. @throws NOT_FOUND also while it is being made */
  async open(actor: Actor, caseId: string, bundleId: string): Promise<ShownFile> {
    await this.access.require(actor, caseId, MAKERS);
    const row = await this.dataSource.getRepository(EvidenceBundle).findOneBy({ id: bundleId, caseId });
    if (!row?.sha256) throw notFound();
    await this.work.run((tx) => this.audit.append(tx, { actorId: actor.accountId, action: 'cases.bundle_read', subject: `bundle:${bundleId}`, detail: { caseId } }));
    return { sha256: row.sha256, bytes: row.bytes!, mediaType: 'application/pdf', name: `evidence-${bundleId}${row.volumes > 1 ? `-${row.volume}` : ''}.pdf` };
  }

  private async views(rows: readonly EvidenceBundle[]): Promise<BundleView[]> {
    const names = await this.accounts.names(rows.map((r) => r.askedBy));
    return rows.map(({ id, volume, volumes, askedBy, askedAt, sha256, bytes, pages, exhibits }) => ({
      id,
      volume,
      volumes,
      state: sha256 ? 'ready' : 'making',
      askedBy: names.get(askedBy)?.name ?? '',
      askedAt: askedAt.toISOString(),
      file: sha256 ? { sha256, bytes: bytes!, pages: pages! } : null,
      exhibits: exhibits ?? [],
    }));
  }
}
