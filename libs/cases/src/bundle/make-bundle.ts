import { Injectable } from '@nestjs/common';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { bundleAsked } from '../contract/index.js';
import { BindBundle } from './bind-bundle.js';
import { EvidenceBundle } from './evidence-bundle.entity.js';

/** Makes a bundle somebody asked for. Run again it gives the same bytes, and one line in each trail. */
@Injectable()
export class MakeBundle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly binding: BindBundle,
  ) {}

  @OnEvent(bundleAsked, 'cases.make-bundle')
  async make({ bundleId }: { bundleId: string }): Promise<void> {
    const { caseId, askedBy, askedAt, evidenceIds, volume, volumes, firstExhibit, sha256 } = await this.dataSource.getRepository(EvidenceBundle).findOneByOrFail({ id: bundleId });
    if (sha256) return;
    const { file, exhibits } = await this.binding.unsafeBind({ caseId, evidenceIds, at: askedAt, volume: { number: volume, of: volumes, firstExhibit } });
    await this.work.serialised(`bundle:${bundleId}`, async (tx) => {
      const { sha256: before } = await tx.findOneByOrFail(EvidenceBundle, { id: bundleId });
      if (before) return;
      await tx.update(EvidenceBundle, { id: bundleId }, { ...file, exhibits: exhibits as object[] });
      await this.binding.trail(tx, exhibits, { kind: 'bundled', actorId: askedBy, sha256: file.sha256 });
    });
  }
}
