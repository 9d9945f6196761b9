import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { maskName, notFound, Vault, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess, EVERYBODY, WORKER_SIDE } from '../case/case-access.js';
import { CaseMembers } from '../case/case-members.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { GroupMembership, GroupMemberView, GroupView } from '../contract/index.js';
import { Delegations } from '../delegation/delegations.js';
import { Respondents } from '../respondents/respondents.js';
import { SessionsWith } from '../timeline/sessions-with.js';
import { collective } from './election.js';
import { GroupMember } from './group-member.entity.js';

/** The table of a group: in full for the worker's side and the mediator, who sets the agreement up; by masked names for the employer, and for who sits beside it where offers name each worker. A member reads the own row and the sums. */
@Injectable()
export class ReadGroup {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly people: CaseMembers,
    private readonly sessions: SessionsWith,
    private readonly accounts: Accounts,
    private readonly delegations: Delegations,
    private readonly respondents: Respondents,
    private readonly vault: Vault,
  ) {}

  /** @throws NOT_FOUND for whoever is nothing to the case, or speaks for a joint respondent that has not been seated in a session of it; members have a door of their own */
  async execute(actor: Actor, caseId: string): Promise<GroupView> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    if (relations.every((r) => r === 'co_respondent') && !(await this.wasSeated(actor, caseId))) throw notFound();
    const ours = relations.some((r) => WORKER_SIDE.includes(r));
    const named = ours || relations.includes('mediator');
    const all = await this.dataSource.getRepository(GroupMember).find({ where: { caseId }, order: { id: 'ASC' } });
    const within = all.filter((m) => m.status === 'in');
    return {
      // who has not agreed to be in it is nobody's business on the other side
      members: (ours ? all : within).map((m) => this.view(m, named ? (name) => name : maskName)),
      workers: within.length,
      dueFen: sum(within),
      collective: collective(within.length),
    };
  }

  /** Every group the actor was asked into and has not left. */
  async mine(actor: Actor): Promise<GroupMembership[]> {
    const rows = await this.dataSource.getRepository(GroupMember).find({ where: { accountId: actor.accountId }, order: { id: 'DESC' } });
    const present = rows.filter((m) => m.status !== 'out');
    return Promise.all(present.map((m) => this.membership(m)));
  }

  private async wasSeated(actor: Actor, caseId: string): Promise<boolean> {
    const spokenFor = await this.people.spokenFor(caseId, actor.accountId);
    return spokenFor !== null && this.sessions.seated(spokenFor);
  }

  private async membership(m: GroupMember): Promise<GroupMembership> {
    const row = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: m.caseId });
    const within = await this.dataSource.getRepository(GroupMember).findBy({ caseId: m.caseId, status: 'in' });
    const names = await this.accounts.names([m.addedBy]);
    return {
      ...this.view(m, (name) => name),
      caseId: m.caseId,
      caseNumber: row.number ?? '',
      caseStatus: row.status,
      employerName: row.employerName,
      otherRespondents: (await this.respondents.othersOf([m.caseId])).get(m.caseId) ?? [],
      addedBy: names.get(m.addedBy)?.name ?? '',
      workers: within.length,
      groupDueFen: sum(within),
      // whom they elected is theirs to know
      representatives: m.status === 'in' ? within.filter((r) => r.representative).map((r) => this.nameOf(r)) : [],
      mayElect: collective(within.length).isCollective,
      delegates: m.status === 'in' ? await this.delegatesOf(m.caseId) : [],
    };
  }

  /** Who holds a letter that is good today. How low they may go is between them and who gave it. */
  private async delegatesOf(caseId: string): Promise<GroupMembership['delegates']> {
    const letters = await this.delegations.goodIn(caseId);
    const names = await this.accounts.names(letters.map((l) => l.delegateId));
    return letters.map(({ delegateId, powers, validUntil }) => ({ name: names.get(delegateId)?.name ?? '', powers, validUntil }));
  }

  private view(m: GroupMember, named: (name: string) => string): GroupMemberView {
    return {
      id: m.id,
      name: named(this.nameOf(m)),
      status: m.status,
      representative: m.representative,
      monthlyWageFen: Number(m.monthlyWageFen),
      days: m.days,
      dueFen: Number(m.dueFen),
      working: m.working,
      source: m.source,
    };
  }

  private nameOf(m: GroupMember): string {
    return this.vault.open('group.member', m.nameSealed);
  }
}

const sum = (members: readonly GroupMember[]) => members.reduce((total, m) => total + Number(m.dueFen), 0);
