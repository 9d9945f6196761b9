import { Injectable } from '@nestjs/common';
import { Vault } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { GroupMember } from './group-member.entity.js';

/** A worker who is in a case's group. */
export interface GroupWorker {
  readonly memberId: string;
  readonly accountId: string;
  readonly name: string;
  /** Elected to speak for all. */
  readonly representative: boolean;
  readonly monthlyWageFen: number;
  readonly days: number;
  readonly dueFen: number;
}

/** What other contexts ask of groups. "Unsafe": the asker has checked access. */
@Injectable()
export class Groups {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  /** Those who are in it now, in the order they were added; none where the case has no group. */
  async unsafeWorkers(caseId: string): Promise<GroupWorker[]> {
    return (await this.dataSource.getRepository(GroupMember).find({ where: { caseId, status: 'in' }, order: { id: 'ASC' } })).map((m) => this.worker(m));
  }

  /** The same by id, in it or not any more. */
  async unsafeByIds(memberIds: readonly string[]): Promise<Map<string, GroupWorker & { in: boolean }>> {
    const rows = await this.dataSource.getRepository(GroupMember).findBy({ id: In([...memberIds]) });
    return new Map(rows.map((m) => [m.id, { ...this.worker(m), in: m.status === 'in' }]));
  }

  /** The places an account has in groups. */
  async placesOf(accountId: string): Promise<{ memberId: string; caseId: string }[]> {
    const rows = await this.dataSource.getRepository(GroupMember).findBy({ accountId, status: 'in' });
    return rows.map(({ id, caseId }) => ({ memberId: id, caseId }));
  }

  private worker(m: GroupMember): GroupWorker {
    return { memberId: m.id, accountId: m.accountId, name: this.vault.open('group.member', m.nameSealed), representative: m.representative, monthlyWageFen: Number(m.monthlyWageFen), days: m.days.length, dueFen: Number(m.dueFen) };
  }
}
