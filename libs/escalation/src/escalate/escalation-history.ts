import { Injectable } from '@nestjs/common';
import { civilDate } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { EscalationStatus, Track } from '../contract/index.js';

/** The day a partner's report tells of, with which it opens; of others the day they came. */
export const dayTold = ({ at, text }: { readonly at: Date; readonly text: string }): string => /^\d{4}-\d{2}-\d{2}(?= )/.exec(text)?.[0] ?? civilDate(at);

/** Questions other contexts ask about escalations, when they have checked access. */
@Injectable()
export class EscalationHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** What partners reported of cases, in order, with the day it happened. */
  async unsafeStatuses(caseIds: readonly string[]): Promise<{ caseId: string; track: Track; status: EscalationStatus; on: string }[]> {
    const rows = await this.dataSource.query<{ caseId: string; track: Track; status: EscalationStatus; at: Date; text: string }[]>(
      `select e.case_id as "caseId", e.track, s.status, s.at, s.text from escalation_status s join escalation e on e.id = s.escalation_id where e.case_id = any($1::uuid[]) order by s.id`,
      [caseIds],
    );
    return rows.map(({ caseId, track, status, ...entry }) => ({ caseId, track, status, on: dayTold(entry) }));
  }

  /**
   * The award or judgment of each case that has one, with its amount where the partner reported one, else null. Confirming an agreement
   * or ordering its payment decides nothing new, and a file that was closed without an amount may have been withdrawn.
   */
  async unsafeAwards(caseIds: readonly string[]): Promise<Map<string, number | null>> {
    const rows = await this.dataSource.query<{ case_id: string; amount_fen: string | null }[]>(
      `select distinct on (e.case_id) e.case_id, s.amount_fen from escalation_status s join escalation e on e.id = s.escalation_id
       where e.case_id = any($1::uuid[]) and e.track in ('arbitration', 'litigation') and (s.status = 'awarded' or (s.status = 'closed' and s.amount_fen is not null))
       order by e.case_id, s.id desc`,
      [caseIds],
    );
    return new Map(rows.map((r) => [r.case_id, r.amount_fen === null ? null : Number(r.amount_fen)]));
  }
}
