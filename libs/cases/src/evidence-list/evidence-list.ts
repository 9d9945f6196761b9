import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { ExhibitOrder } from '../order-exhibits/exhibit-order.entity.js';

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
   * What the worker hands in, for who has checked access: in the order that was chosen, without what was left out; before anybody has
   * chosen, and for what came since, the worker's own files in the order they came, then what the employer has shown. Never a file of
   * those who mediate: what was said and signed in mediation is not evidence. @param only these, in this order, chosen before or not
   */
  async unsafeOf(caseId: string, only?: readonly string[]): Promise<ListedEvidence[]> {
    const rows = await this.dataSource.getRepository(CaseEvidence).find({ where: { caseId }, order: { id: 'ASC' } });
    const listed = [...rows.filter((e) => e.side === 'claimant'), ...rows.filter((e) => e.side === 'respondent' && e.visibility === 'shared')];
    const inOrder = (ids: readonly string[]) => ids.flatMap((id) => listed.find((e) => e.id === id) ?? []);
    if (only) return numbered(inOrder(only));
    const order = await this.dataSource.getRepository(ExhibitOrder).findOneBy({ caseId });
    const known = order ? [...order.chosen, ...order.leftOut] : [];
    return numbered([...inOrder(order?.chosen ?? []), ...listed.filter((e) => !known.includes(e.id))]);
  }
}

const numbered = (evidence: readonly CaseEvidence[]): ListedEvidence[] => evidence.map((e, i) => ({ ...e, exhibit: i + 1 }));
