import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import type { Relation } from '../contract/index.js';
import { CaseMember } from './case-member.entity.js';

@Injectable()
export class CaseMembers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Gives an account a relation; giving it twice changes nothing. @param respondentId whom a `co_respondent` speaks for */
  async add(tx: Tx, caseId: string, accountId: string, relation: Relation, respondentId: string | null = null): Promise<void> {
    await tx.upsert(CaseMember, { caseId, accountId, relation, respondentId, since: this.clock.now(), until: null, setAside: false }, ['caseId', 'accountId', 'relation']);
  }

  /** Ends a relation; what was seen before stays on record. @param setAside they never should have had it: see `SetAside` */
  async remove(tx: Tx, caseId: string, accountId: string, relation: Relation, { setAside = false } = {}): Promise<void> {
    await tx.update(CaseMember, { caseId, accountId, relation, until: IsNull() }, { until: this.clock.now(), setAside });
  }

  /** Accounts with the given relations now; `respondentId` says whom a `co_respondent` speaks for. */
  async of(caseId: string, relations?: readonly Relation[]): Promise<{ accountId: string; relation: Relation; respondentId: string | null }[]> {
    const rows = await this.dataSource.getRepository(CaseMember).find({
      where: { caseId, until: IsNull(), ...(relations ? { relation: In([...relations]) } : {}) },
      order: { since: 'ASC' },
    });
    return rows.map(({ accountId, relation, respondentId }) => ({ accountId, relation, respondentId }));
  }

  /** Whom somebody speaks for who is `co_respondent` of a case; null for everybody else, and for who was one until just now: they are not the employer's. */
  async spokenFor(caseId: string, accountId: string): Promise<string | null> {
    return (await this.dataSource.getRepository(CaseMember).findOneBy({ caseId, accountId, relation: 'co_respondent', until: IsNull() }))?.respondentId ?? null;
  }

  /** In which cases somebody speaks for whom beside the employer. */
  async speaksIn(accountId: string): Promise<Map<string, string>> {
    const rows = await this.dataSource.getRepository(CaseMember).findBy({ accountId, relation: 'co_respondent', until: IsNull() });
    return new Map(rows.map((m) => [m.caseId, m.respondentId!]));
  }

  /** Who works on each of the cases for the union now: counsel, mediator, officer. */
  async staffOf(caseIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.getRepository(CaseMember).find({
      where: { caseId: In([...caseIds]), until: IsNull(), relation: In(['counsel', 'mediator', 'officer']) },
      order: { since: 'ASC' },
    });
    const staff = new Map<string, string[]>();
    for (const { caseId, accountId } of rows) staff.set(caseId, [...new Set([...(staff.get(caseId) ?? []), accountId])]);
    return staff;
  }
}
