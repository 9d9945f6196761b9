import { Injectable } from '@nestjs/common';
import { evidenceNeed } from '@hejie/law';
import { Clock, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { CaseAccess, EVERYBODY } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { refuse } from '../cases.refusals.js';
import type { BindEvidence as Binding, EvidenceView } from '../contract/index.js';
import { Custody } from '../custody/custody.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { viewOf } from '../evidence/evidence.js';
import { maySee, ownSide } from '../evidence/evidence-rules.js';
import { SetAside } from '../set-aside/set-aside.js';

/** Says what a file of one's own side proves and where it comes from; the trail keeps every version. */
@Injectable()
export class BindEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly aside: SetAside,
    private readonly lifecycle: CaseLifecycle,
    private readonly custody: Custody,
    private readonly clock: Clock,
  ) {}

  /** Binding twice the same changes nothing. @throws NOT_FOUND, EVIDENCE_ITEM_UNKNOWN, EVIDENCE_CLAIM_UNKNOWN, EVIDENCE_MADE_IN_FUTURE */
  async execute(actor: Actor, caseId: string, evidenceId: string, input: Binding): Promise<EvidenceView> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    const binding = { ...input, items: [...new Set(input.items)].sort(), claims: [...new Set(input.claims)].sort() };
    return this.work.run(async (tx) => {
      const of = await this.lifecycle.lock(tx, caseId);
      const row = await tx.findOneBy(CaseEvidence, { id: evidenceId, caseId });
      if (!row || !maySee(row, relations, actor, await this.aside.from(actor, relations, caseId)) || !ownSide(row, relations)) throw notFound();
      if (!binding.items.every((id) => evidenceNeed(id))) throw refuse('EVIDENCE_ITEM_UNKNOWN');
      const kinds = (of.facts.claims ?? []).map((c) => c.kind);
      if (!binding.claims.every((kind) => kinds.includes(kind))) throw refuse('EVIDENCE_CLAIM_UNKNOWN');
      if (binding.provenance?.madeOn && binding.provenance.madeOn > this.clock.today()) throw refuse('EVIDENCE_MADE_IN_FUTURE');
      const now = { ...row, ...binding };
      if (same(row, now)) return viewOf(row, actor, relations, of);
      await tx.update(CaseEvidence, { id: row.id }, { ...binding, provenance: binding.provenance as object | null });
      const { title, proves, items, claims, provenance } = binding;
      await this.custody.append(tx, now, { kind: 'bound', actorId: actor.accountId, detail: { title, proves, items, claims, provenance } });
      return viewOf(now, actor, relations, of);
    });
  }
}

const told = ({ title, proves, items, claims, provenance: p }: CaseEvidence) => JSON.stringify([title, proves, items, claims, p && [p.obtained, p.madeBy, p.madeOn]]);

const same = (a: CaseEvidence, b: CaseEvidence): boolean => told(a) === told(b);
