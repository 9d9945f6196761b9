import { Injectable } from '@nestjs/common';
import { CLAIM_KINDS, evidenceFor, evidenceNeed, mattersOf, relevantAnswers, type Answers, type EvidenceNeed } from '@hejie/law';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess, WORKER_SIDE } from '../case/case-access.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { ChecklistView } from '../contract/index.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { answersOfFacts } from '../intake/answers-of-facts.js';
import { bound } from '../evidence/evidence-rules.js';

/** What is known of a case beyond its own facts, as answers to the law's questions; null where nothing is. */
type AnswerSource = (caseId: string) => Promise<Answers | null>;

/** The law's checklist of a case against what was uploaded: what is covered, what is missing and how to get it. */
@Injectable()
export class EvidenceChecklist {
  private source: AnswerSource = async () => null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
  ) {}

  /** The context that knows the answers says where from, when the host starts. */
  answersFrom(source: AnswerSource): void {
    this.source = source;
  }

  /** @throws NOT_FOUND for anybody but the worker's side */
  async read(actor: Actor, caseId: string): Promise<ChecklistView> {
    await this.access.require(actor, caseId, WORKER_SIDE);
    const { facts } = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const rows = await this.dataSource.getRepository(CaseEvidence).find({ where: { caseId, side: 'claimant' }, order: { id: 'ASC' } });
    const answers = (await this.source(caseId)) ?? answersOfFacts(facts);
    const needed = evidenceFor(facts.disputeTypes ?? [], answers).items;
    // what something was bound to stays in the list when other answers make it unnecessary
    const more = [...new Set(rows.flatMap((e) => e.items))].filter((id) => !needed.some((n) => n.id === id)).flatMap((id) => evidenceNeed(id) ?? []);
    // a draft whose claims nobody has worded has those of the law
    const kinds = [...new Set((facts.claims?.length ? facts.claims : mattersOf(relevantAnswers(answers)).claims).map((c) => c.kind))];
    return {
      items: [...needed, ...more].map((need: EvidenceNeed) => ({ ...need, evidence: rows.filter((e) => e.items.includes(need.id)).map((e) => e.id) })),
      claims: kinds.map((kind) => ({ kind, title: { zh: CLAIM_KINDS[kind].zh, en: CLAIM_KINDS[kind].en }, evidence: rows.filter((e) => e.claims.includes(kind)).map((e) => e.id) })),
      unbound: rows.filter((e) => !bound(e)).map((e) => e.id),
    };
  }
}
