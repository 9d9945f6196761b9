import { Injectable } from '@nestjs/common';
import { CalendarsInForce, CaseMembers, EvidenceList, FilePages, Groups, type UnsafeCase } from '@hejie/cases';
import { Accounts, Organisations } from '@hejie/identity';
import { AgreementFacts } from '@hejie/mediation';
import type { CasePaperFacts } from './case-values.js';

/** Brings together what a case's papers are written from. Nothing of it was said in mediation or consultation. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly calendars: CalendarsInForce,
    private readonly members: CaseMembers,
    private readonly list: EvidenceList,
    private readonly files: FilePages,
    private readonly groups: Groups,
    private readonly agreements: AgreementFacts,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
  ) {}

  /** The asker has checked access. @param phone the worker's, read by `phoneOf` where the paper shows it */
  async unsafeOf(found: UnsafeCase, phone: string | null, today: string): Promise<CasePaperFacts> {
    const [mediator] = await this.members.of(found.id, ['mediator']);
    const names = mediator ? await this.accounts.names([mediator.accountId]) : null;
    return {
      case: found,
      phone,
      organisation: (await this.organisations.root())?.name ?? '',
      mediator: (mediator && names?.get(mediator.accountId)?.name) || null,
      commission: await this.serving(found, 'commission'),
      court: await this.serving(found, 'court'),
      agreement: await this.agreements.sealed(found.id),
      evidence: await this.list.unsafeOf(found.id),
      group: await this.groups.unsafeWorkers(found.id),
      today,
      calendars: await this.calendars.now(),
    };
  }

  /** Null where the place alone does not tell: to be filled in. */
  private async serving({ organisationPath }: UnsafeCase, kind: 'commission' | 'court'): Promise<string | null> {
    const [one, another] = await this.organisations.serving(kind, organisationPath);
    return one && !another ? one.name : null;
  }

  /** With the pages of the files counted, for a paper that names them. */
  async withPages(facts: CasePaperFacts): Promise<CasePaperFacts> {
    return { ...facts, pages: await this.files.of([...(facts.agreement ? [facts.agreement.file] : []), ...facts.evidence]) };
  }

  /** The worker's phone as it is dialled here; reading it is audited. */
  async phoneOf(found: UnsafeCase, reason: string, readerId: string | null): Promise<string | null> {
    return (await this.accounts.contactOf(found.claimantId, reason, readerId)).phone?.replace(/^\+86/, '') ?? null;
  }
}
