import { Injectable } from '@nestjs/common';
import { UploadLimit } from '@hejie/identity';
import { Config, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess, EVERYBODY } from '../case/case-access.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { CaseEvidence } from './case-evidence.entity.js';

/** Where nothing is handed in any more. */
const OVER: readonly DisputeCase['status'][] = ['closed', 'withdrawn'];

/** What is asked before a byte of a file for a case is taken in: bytes that are refused afterwards would stay on the disk. */
@Injectable()
export class EvidenceLimit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly uploads: UploadLimit,
    private readonly config: Config,
  ) {}

  /** Before a whole file; counts one upload of the actor's day. @throws NOT_FOUND, EVIDENCE_CASE_OVER, EVIDENCE_FULL, UPLOADS_PER_DAY */
  async check(actor: Actor, caseId: string): Promise<void> {
    await this.access.require(actor, caseId, EVERYBODY);
    await this.checkCase(caseId);
    await this.uploads.count(actor.accountId);
  }

  /** Whether the case takes another file; for one that came up in pieces, and was counted when it began. @throws EVIDENCE_CASE_OVER, EVIDENCE_FULL */
  async checkCase(caseId: string): Promise<void> {
    checkOpen(await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId }));
    const limit = this.config.caseFilesBytes;
    const held = (await this.dataSource.getRepository(CaseEvidence).sum('bytes', { caseId })) ?? 0;
    if (held >= limit) throw refuse('EVIDENCE_FULL', { params: { megabytes: Math.ceil(limit / 1024 / 1024) } });
  }
}

/** @throws EVIDENCE_CASE_OVER */
export function checkOpen({ status }: Pick<DisputeCase, 'status'>): void {
  if (OVER.includes(status)) throw refuse('EVIDENCE_CASE_OVER');
}
