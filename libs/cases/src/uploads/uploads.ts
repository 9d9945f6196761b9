import { Injectable } from '@nestjs/common';
import { UploadLimit } from '@hejie/identity';
import { cleanName, Clock, FileStore, MAX_FILE_BYTES, newId, notFound, refusePlatform, storeTyped, UnitOfWork, type Actor, type Tx, type TypedBytes } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess, EVERYBODY } from '../case/case-access.js';
import { refuse } from '../cases.refusals.js';
import type { EvidenceView, TakeUpload } from '../contract/index.js';
import { EvidenceLimit } from '../evidence/evidence-limit.js';
import { Evidence } from '../evidence/evidence.js';
import { CaseUpload } from './case-upload.entity.js';
import { UploadFiles } from './upload-files.js';

/** Uploads an account may have under way at once: bounds the disk one person can fill (20 x 20 MB). */
const MAX_OPEN = 20;
const TRY_AGAIN_SECONDS = 600;

export interface NewUpload {
  readonly caseId: string;
  readonly name: string;
  readonly bytes: number;
}

/** Resumable uploads: whose they are, and how a finished one becomes evidence. */
@Injectable()
export class Uploads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly evidence: Evidence,
    private readonly limit: EvidenceLimit,
    private readonly perDay: UploadLimit,
    private readonly files: UploadFiles,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Answers the new upload's id. @throws NOT_FOUND, PAYLOAD_TOO_LARGE, UPLOADS_TOO_MANY, UPLOADS_PER_DAY */
  async start(actor: Actor, { caseId, name, bytes }: NewUpload): Promise<string> {
    await this.access.require(actor, caseId, EVERYBODY);
    if (bytes > MAX_FILE_BYTES) throw refusePlatform('PAYLOAD_TOO_LARGE');
    const id = newId();
    // what is refused anyway does not count; counted outside the transaction, which would hold a connection and wait for another
    await this.checkOpen(this.dataSource.manager, actor);
    await this.perDay.count(actor.accountId);
    await this.work.serialised(`uploads:${actor.accountId}`, async (tx) => {
      await this.checkOpen(tx, actor);
      await tx.insert(CaseUpload, { id, caseId, accountId: actor.accountId, name: cleanName(name), bytes, startedAt: this.clock.now() });
    });
    return id;
  }

  /** @throws UPLOADS_TOO_MANY */
  private async checkOpen(tx: Tx, { accountId }: Actor): Promise<void> {
    if ((await tx.countBy(CaseUpload, { accountId })) >= MAX_OPEN) throw refuse('UPLOADS_TOO_MANY', { retryAfter: TRY_AGAIN_SECONDS });
  }

  /** The actor's own upload. @throws NOT_FOUND for a missing and for anybody else's */
  async own(actor: Actor, id: string): Promise<CaseUpload> {
    const row = await this.dataSource.getRepository(CaseUpload).findOneBy({ id, accountId: actor.accountId });
    if (!row) throw notFound();
    await this.access.require(actor, row.caseId, EVERYBODY);
    return row;
  }

  /**
   * Makes a finished upload evidence of the case it was started for. Safe to repeat.
   * @throws NOT_FOUND, EVIDENCE_CASE_OVER, EVIDENCE_FULL, UPLOAD_UNFINISHED with what arrived, UNSUPPORTED_MEDIA_TYPE
   */
  async take(actor: Actor, caseId: string, input: TakeUpload): Promise<EvidenceView> {
    await this.access.require(actor, caseId, EVERYBODY);
    const taken = () => this.evidence.takenBy(actor, caseId, input.uploadId);
    try {
      return (await taken()) ?? (await this.bind(actor, caseId, input));
    } catch (error) {
      const byTwin = await taken(); // the same request, sent twice, was faster
      if (byTwin) return byTwin;
      throw error;
    }
  }

  private async bind(actor: Actor, caseId: string, { uploadId, ...fields }: TakeUpload): Promise<EvidenceView> {
    await this.limit.checkCase(caseId);
    const view = await this.evidence.add(actor, caseId, { ...(await this.finished(actor, caseId, uploadId)), fields }, uploadId);
    await this.forget(uploadId);
    return view;
  }

  /** What went up for this case, stored; the upload itself stays until it is forgotten. @throws NOT_FOUND, UPLOAD_UNFINISHED with what arrived, UNSUPPORTED_MEDIA_TYPE */
  async finished(actor: Actor, caseId: string, uploadId: string): Promise<TypedBytes & { name: string }> {
    const { caseId: of, name, bytes } = await this.own(actor, uploadId);
    if (of !== caseId) throw notFound();
    const received = await this.files.received(uploadId);
    if (received < bytes) throw refuse('UPLOAD_UNFINISHED', { extra: { received, bytes } });
    return { ...(await storeTyped(this.files.read(uploadId), name, this.store)), name };
  }

  /** Ends an upload: row and bytes. */
  async forget(id: string): Promise<void> {
    await this.files.remove(id);
    await this.dataSource.getRepository(CaseUpload).delete({ id });
  }
}
