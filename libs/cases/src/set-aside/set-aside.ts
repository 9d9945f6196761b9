import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseMember } from '../case/case-member.entity.js';
import type { Relation } from '../contract/index.js';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Those who stood for the employer by mistake and were removed. What they handed in and answered is none of whoever comes
 * after them: it may be of another firm. The other side and the mediator go on reading what they were shown. Who only made
 * room for another representative of the same employer is not among them.
 */
@Injectable()
export class SetAside {
  constructor(private readonly dataSource: DataSource) {}

  /** Whose doings in the case somebody with these relations does not read. */
  async from(relations: readonly Relation[], caseId: string): Promise<ReadonlySet<string>> {
    if (!relations.includes('respondent')) return NOBODY;
    return this.of(caseId);
  }

  /** Everybody set aside in the case. */
  async of(caseId: string): Promise<ReadonlySet<string>> {
    const removed = await this.dataSource.getRepository(CaseMember).findBy({ caseId, relation: 'respondent', setAside: true });
    return new Set(removed.map((m) => m.accountId));
  }
}
