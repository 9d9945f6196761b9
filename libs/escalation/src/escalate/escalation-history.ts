import { Injectable } from '@nestjs/common';
import { civilDate } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { EscalationStatus, Track } from '../contract/index.js';

/** Questions other contexts ask about escalations, when they have checked access. */
@Injectable()
export class EscalationHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** What partners reported of cases on a track, in order, with the day it happened. */
  async unsafeStatuses(caseIds: readonly string[], track: Track): Promise<{ caseId: string; status: EscalationStatus; on: string }[]> {
    const rows = await this.dataSource.query<{ caseId: string; status: EscalationStatus; at: Date; text: string }[]>(
      `select e.case_id as "caseId", s.status, s.at, s.text from escalation_status s join escalation e on e.id = s.escalation_id where e.case_id = any($1::uuid[]) and e.track = $2 order by s.id`,
      [caseIds, track],
    );
    // a report opens with the day it tells of
    return rows.map(({ caseId, status, at, text }) => ({ caseId, status, on: /^\d{4}-\d{2}-\d{2}(?= )/.exec(text)?.[0] ?? civilDate(at) }));
  }
}
