import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseMembers, Delegations, EVERYBODY, RESPONDENTS } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { notFound, type Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';

/** Who reads an agreement: the people of its case; of several respondents only those whom it binds, be it the employer or who stands beside it. */
@Injectable()
export class AgreementAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
    private readonly members: CaseMembers,
    private readonly delegations: Delegations,
  ) {}

  /** @throws NOT_FOUND, DELEGATION_ENDED */
  async find(actor: Actor, id: string): Promise<{ agreement: Agreement; relations: Relation[] }> {
    const agreement = await this.dataSource.getRepository(Agreement).findOneBy({ id });
    if (!agreement) throw notFound();
    const relations = await this.cases.relationsOf(actor, agreement.caseId);
    if (relations.length === 0) await this.delegations.checkNotEnded(actor, agreement.caseId);
    await this.cases.require(actor, agreement.caseId, EVERYBODY);
    if ((await this.readable(actor, relations, [agreement])).length === 0) throw notFound();
    return { agreement, relations };
  }

  /** Of a case's agreements those the actor reads. */
  async readable(actor: Actor, relations: readonly Relation[], agreements: readonly Agreement[]): Promise<Agreement[]> {
    if (!relations.some((r) => RESPONDENTS.includes(r)) || agreements.length === 0) return [...agreements];
    const key = relations.includes('co_respondent') ? await this.members.spokenFor(agreements[0]!.caseId, actor.accountId) : 'respondent';
    if (key === null) return [];
    const theirs = await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId: In(agreements.map((a) => a.id)), role: key });
    return agreements.filter((a) => theirs.some((s) => s.agreementId === a.id));
  }
}
