import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';

/** A file of the worker's list of evidence (证据清单). */
export type ListedEvidence = CaseEvidence & {
  /** 证据1, 证据2 …: its place in the list. */
  readonly exhibit: number;
};

/** The one list of evidence that papers, bundle and packet are made from. */
@Injectable()
export class EvidenceList {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * What the worker hands in, for who has checked access: the worker's own files in the order they came, then what the
   * others have shown. @param only these, in this order
   */
  async unsafeOf(caseId: string, only?: readonly string[]): Promise<ListedEvidence[]> {
    const rows = await this.dataSource.getRepository(CaseEvidence).find({ where: { caseId }, order: { id: 'ASC' } });
    const listed = [...rows.filter((e) => e.side === 'claimant'), ...rows.filter((e) => e.side !== 'claimant' && e.visibility === 'shared')];
    const chosen = only ? only.flatMap((id) => listed.find((e) => e.id === id) ?? []) : listed;
    return chosen.map((e, i) => ({ ...e, exhibit: i + 1 }));
  }
}
