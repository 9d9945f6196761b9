import { Injectable } from '@nestjs/common';
import type { Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { RESPONDENTS } from '../case/case-access.js';
import { CaseMember } from '../case/case-member.entity.js';
import type { Relation } from '../contract/index.js';

/**
 * Those who stood for the employer by mistake and were removed. What they handed in and answered is none of whoever comes
 * after them: it may be of another firm. The other side and the mediator go on reading what they were shown. Who only made
 * room for another representative of the same employer is not among them.
 */
@Injectable()
export class SetAside {
  constructor(private readonly dataSource: DataSource) {}

  /** Whose doings in the case somebody with these relations does not read: of respondents, also everybody's who speaks or spoke for another one. */
  async from(actor: Pick<Actor, 'accountId'>, relations: readonly Relation[], caseId: string): Promise<ReadonlySet<string>> {
    const { mistaken, others } = await this.hidden(actor, relations, caseId);
    return new Set([...mistaken, ...others]);
  }

  /** Of a respondent: who speaks or spoke for another respondent. They are two parties, and neither reads what is the other's. */
  async ofOthers(actor: Pick<Actor, 'accountId'>, relations: readonly Relation[], caseId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.hidden(actor, relations, caseId)).others);
  }

  private async hidden(actor: Pick<Actor, 'accountId'>, relations: readonly Relation[], caseId: string): Promise<{ mistaken: string[]; others: string[] }> {
    if (!relations.some((r) => RESPONDENTS.includes(r))) return { mistaken: [], others: [] };
    const members = await this.dataSource.getRepository(CaseMember).findBy({ caseId, relation: In([...RESPONDENTS]) });
    const own = members.find((m) => m.accountId === actor.accountId && m.until === null);
    // put out since they were asked what they are: nobody's things are theirs any more
    if (!own && relations.includes('co_respondent')) return { mistaken: [], others: members.map((m) => m.accountId) };
    const mine = own?.respondentId ?? null;
    return { mistaken: members.filter((m) => m.setAside).map((m) => m.accountId), others: members.filter((m) => m.respondentId !== mine).map((m) => m.accountId) };
  }

  /** Everybody set aside in the case, of whichever respondent. */
  async of(caseId: string): Promise<ReadonlySet<string>> {
    const removed = await this.dataSource.getRepository(CaseMember).findBy({ caseId, relation: In([...RESPONDENTS]), setAside: true });
    return new Set(removed.map((m) => m.accountId));
  }
}
