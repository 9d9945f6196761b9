import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { MAKERS } from '../bundle/ask-bundle.js';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { refuse } from '../cases.refusals.js';
import type { ExhibitsView, OrderExhibits as Ordered } from '../contract/index.js';
import { EvidenceList } from '../evidence-list/evidence-list.js';
import { ExhibitOrder } from './exhibit-order.entity.js';

/** Which files are handed in as 证据1, 证据2 …: what papers, bundle and packet follow from then on. */
@Injectable()
export class OrderExhibits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly list: EvidenceList,
    private readonly clock: Clock,
  ) {}

  /** What is handed in, by number, then what is left out. @throws NOT_FOUND */
  async read(actor: Actor, caseId: string): Promise<ExhibitsView> {
    await this.access.require(actor, caseId, MAKERS);
    return this.view(caseId);
  }

  /** Saying the same again changes nothing. @throws NOT_FOUND, EXHIBITS_STALE, BUNDLE_EVIDENCE_UNKNOWN */
  async order(actor: Actor, caseId: string, { expectedVersion, chosen, leftOut }: Ordered): Promise<ExhibitsView> {
    await this.access.require(actor, caseId, MAKERS);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      const before = await tx.findOneBy(ExhibitOrder, { caseId });
      const now = { chosen, leftOut, changedBy: actor.accountId, changedAt: this.clock.now() };
      if (before && same(before, now)) return;
      if ((before?.version ?? 0) !== expectedVersion) throw refuse('EXHIBITS_STALE');
      const all = [...chosen, ...leftOut];
      if ((await this.list.unsafeOf(caseId, all)).length < all.length || new Set(all).size < all.length) throw refuse('BUNDLE_EVIDENCE_UNKNOWN');
      if (before) await tx.update(ExhibitOrder, { caseId }, { ...now, version: before.version + 1 });
      else await tx.insert(ExhibitOrder, { caseId, ...now, version: 1 });
    });
    return this.view(caseId);
  }

  private async view(caseId: string): Promise<ExhibitsView> {
    const order = await this.dataSource.getRepository(ExhibitOrder).findOneBy({ caseId });
    const chosen = await this.list.unsafeOf(caseId);
    const leftOut = await this.list.unsafeOf(caseId, order?.leftOut ?? []);
    return {
      version: order?.version ?? 0,
      items: [...chosen, ...leftOut.map((e) => ({ ...e, exhibit: null }))].map(({ id, title, side, exhibit }) => ({ evidenceId: id, title, side, exhibit })),
    };
  }
}

const same = (a: Pick<ExhibitOrder, 'chosen' | 'leftOut'>, b: Pick<ExhibitOrder, 'chosen' | 'leftOut'>): boolean => JSON.stringify([a.chosen, a.leftOut]) === JSON.stringify([b.chosen, b.leftOut]);
