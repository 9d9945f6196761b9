import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseWaits, type CaseWait } from '@hejie/cases';
import { DataSource, In } from 'typeorm';
import { AgreementSignature } from '../agreements/agreement-signature.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';

/** Tells `CaseWaits` whose signature an agreement still needs; when all have signed, the mediator's seal. */
@Injectable()
export class SignatureWaits implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly waits: CaseWaits,
  ) {}

  onModuleInit(): void {
    this.waits.add((ids) => this.of(ids));
  }

  private async of(caseIds: readonly string[]): Promise<CaseWait[]> {
    const signing = await this.dataSource.getRepository(Agreement).findBy({ caseId: In([...caseIds]), status: 'signing' });
    const all = await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId: In(signing.map((a) => a.id)) });
    return signing.map(({ id, caseId }) => {
      const signatures = all.filter((s) => s.agreementId === id);
      const missing = signatures.filter((s) => !s.signedAt);
      const hands = missing.length ? missing : signatures.filter((s) => s.role === 'mediator');
      return { caseId, what: missing.length ? 'sign_agreement' : 'seal_agreement', accountIds: hands.flatMap((s) => s.accountId ?? []) };
    });
  }
}
