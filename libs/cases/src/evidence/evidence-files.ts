import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, ShownFiles, UnitOfWork, type AuditLine, type ShownFile } from '@hejie/platform';
import { MoreThan } from 'typeorm';
import { Custody } from '../custody/custody.js';
import { EvidenceCustody } from '../custody/evidence-custody.entity.js';
import type { CaseEvidence } from './case-evidence.entity.js';

/** Sound and film are read piece by piece: as one reading by the same person within this time. */
const ONE_READING_MS = 10 * 60_000;

export interface Reading {
  readonly actorId: string;
  /** The own side reads the sealed original; everybody else a copy without location. */
  readonly original: boolean;
  readonly audit: AuditLine;
  /** The request asks for a piece of the file. */
  readonly piece?: boolean;
}

/** Gives out files of evidence. That somebody looked is written down first: what cannot be written down is not shown. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shown: ShownFiles,
    private readonly custody: Custody,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** For who has checked access. @throws FILE_WITHOUT_COPY */
  async unsafeOpen(e: CaseEvidence, { actorId, original, audit, piece = false }: Reading): Promise<ShownFile> {
    const { sha256, bytes, mediaType, name } = e;
    const file = original ? { sha256, bytes, mediaType, name } : await this.shown.of(e);
    await this.work.run(async (tx) => {
      await this.audit.append(tx, audit);
      if (file.sha256 !== sha256 && !(await tx.existsBy(EvidenceCustody, { evidenceId: e.id, kind: 'copied', sha256: file.sha256 }))) {
        await this.custody.append(tx, e, { kind: 'copied', actorId: null, sha256: file.sha256 });
      }
      if (actorId === e.uploadedBy) return;
      const same = { evidenceId: e.id, kind: 'read' as const, actorId, sha256: file.sha256 };
      if (piece && (await tx.existsBy(EvidenceCustody, { ...same, at: MoreThan(new Date(this.clock.now().getTime() - ONE_READING_MS)) }))) return;
      await this.custody.append(tx, e, { kind: 'read', actorId, sha256: file.sha256 });
    });
    return file;
  }
}
