import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { DisputeCase } from '../case/dispute-case.entity.js';
import type { RespondentView } from '../contract/index.js';
import { CaseRespondent } from './case-respondent.entity.js';

/** Who is on the other side of a case. */
@Injectable()
export class Respondents {
  constructor(private readonly dataSource: DataSource) {}

  /** All of a case in their order, its employer first. */
  async of({ id, facts }: Pick<DisputeCase, 'id' | 'facts'>, manager: EntityManager = this.dataSource.manager): Promise<RespondentView[]> {
    const { name = '', uscc, address, role } = facts.employer ?? {};
    const others = await manager.find(CaseRespondent, { where: { caseId: id }, order: { number: 'ASC' } });
    const asked = await manager.query<{ respondent_id: string | null }[]>('select distinct respondent_id from case_invitation where case_id = $1', [id]);
    const invited = new Set(asked.map((a) => a.respondent_id));
    return [
      { id: null, number: 1, name, uscc: uscc ?? null, address: address || null, role: role ?? null, invited: invited.has(null) },
      ...others.map(({ id, number, name, uscc, address, role }) => ({ id, number, name, uscc, address, role, invited: invited.has(id) })),
    ];
  }

  /** Names of who stands beside the employer in each of many cases; a case without them is not in it. */
  async othersOf(caseIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = caseIds.length ? await this.dataSource.getRepository(CaseRespondent).find({ where: { caseId: In([...new Set(caseIds)]) }, order: { caseId: 'ASC', number: 'ASC' } }) : [];
    const names = new Map<string, string[]>();
    for (const { caseId, name } of rows) names.set(caseId, [...(names.get(caseId) ?? []), name]);
    return names;
  }
}
