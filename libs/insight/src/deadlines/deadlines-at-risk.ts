import { Injectable } from '@nestjs/common';
import { OpenCases } from '@hejie/cases';
import { addDays } from '@hejie/law';
import { Clock, type Actor } from '@hejie/platform';
import type { Deadlines, DeadlinesQuery } from '../contract/index.js';

/** Which cases of the actor's organisations run out of time. Read from the cases themselves, not from the compiled numbers: it must be true now. */
@Injectable()
export class DeadlinesAtRisk {
  constructor(
    private readonly cases: OpenCases,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { within, page, limit }: DeadlinesQuery): Promise<Deadlines> {
    const today = this.clock.today();
    const all = await this.cases.dueBy(actor, addDays(today, within));
    return {
      today,
      items: all.slice((page - 1) * limit, page * limit).map(({ id, due, responsible, ...c }) => ({
        ...c,
        caseId: id,
        rule: due.rule,
        source: due.source,
        safeDate: due.safeDate,
        lastDate: due.lastDate,
        responsible: [...responsible],
      })),
      total: all.length,
      overdue: all.filter(({ due }) => due.lastDate < today).length,
    };
  }
}
