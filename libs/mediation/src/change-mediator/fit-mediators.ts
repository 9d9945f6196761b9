import { Injectable } from '@nestjs/common';
import { CaseMembers } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { DataSource } from 'typeorm';
import { MediatorChange } from './mediator-change.entity.js';

/** Which mediators may sit on a case: none of its own people, and none who was recused from it for a conflict. */
@Injectable()
export class FitMediators {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly members: CaseMembers,
  ) {}

  async of(caseId: string): Promise<string[]> {
    const recused = await this.dataSource.getRepository(MediatorChange).findBy({ caseId, cause: 'conflict' });
    const others = (await this.members.of(caseId)).filter((m) => m.relation !== 'mediator');
    const unfit = new Set([...recused.map((r) => r.fromId), ...others.map((m) => m.accountId)]);
    return (await this.accounts.withRole('mediator')).filter((id) => !unfit.has(id));
  }

  /** The one with the fewest sessions ahead; null when there is none to choose from. */
  async leastBusy(ids: readonly string[]): Promise<string | null> {
    const [least] = await this.dataSource.query<{ id: string }[]>(
      `select m.id from unnest($1::uuid[]) m (id)
       left join mediation_session s on s.mediator_id = m.id and s.status in ('scheduled', 'open')
       group by m.id order by count(s.id), m.id limit 1`,
      [ids],
    );
    return least?.id ?? null;
  }
}
