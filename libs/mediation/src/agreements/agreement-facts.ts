import { Injectable } from '@nestjs/common';
import { civilDate } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { boundBy, type RespondentKey, type Terms } from '../contract/index.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';
import { DraftAgreement } from './draft-agreement.js';
import { Instalment } from './instalment.entity.js';

/** A sealed agreement, for contexts that have done their own access check. */
export interface SealedAgreement {
  readonly id: string;
  readonly number: string;
  /** The day it took effect: all had signed and the organisation sealed it. */
  readonly effectiveOn: string;
  readonly terms: Terms;
  readonly mediator: string;
  /** Whom it binds, the first of the case first, and who signed for each. */
  readonly respondents: readonly { key: RespondentKey; representative: string }[];
  /** `by`: who pays it, where each respondent pays its own. */
  readonly instalments: readonly { n: number; dueDate: string; amountFen: number; by: RespondentKey | null; paid: boolean }[];
  /** The PDF in the file store. */
  readonly file: { sha256: string; bytes: number; mediaType: string; name: string };
}

/** What other contexts may know of agreements: the sealed one of a case, and who is to sign one. */
@Injectable()
export class AgreementFacts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly draft: DraftAgreement,
  ) {}

  /** Null where none was sealed. */
  async sealed(caseId: string): Promise<SealedAgreement | null> {
    const a = await this.dataSource.getRepository(Agreement).findOneBy({ caseId, status: 'sealed' });
    if (!a) return null;
    const instalments = await this.dataSource.getRepository(Instalment).find({ where: { agreementId: a.id }, order: { n: 'ASC' } });
    const names = await this.draft.signerNames(await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId: a.id }));
    return {
      id: a.id,
      number: a.number,
      effectiveOn: civilDate(a.sealedAt!),
      terms: a.terms,
      mediator: names.get('mediator') ?? '',
      respondents: boundBy(a.terms).map((key) => ({ key, representative: names.get(key) ?? '' })),
      instalments: instalments.map((i) => ({ n: i.n, dueDate: i.dueDate, amountFen: Number(i.amountFen), by: a.terms.instalments[i.n - 1]?.by ?? null, paid: i.paidAt !== null })),
      file: { sha256: a.sha256!, bytes: a.bytes!, mediaType: 'application/pdf', name: `${a.number}.pdf` },
    };
  }

  /** Whom an agreement binds: in a case with several respondents not all of them are told of it. */
  async bound(agreementId: string): Promise<readonly RespondentKey[]> {
    const found = await this.dataSource.getRepository(Agreement).findOneBy({ id: agreementId });
    return found ? boundBy(found.terms) : [];
  }

  /** What was paid on the sealed agreements of cases: shares paid to each of a group, else instalments confirmed. For who has checked access; a case without an agreement is not in it. */
  async unsafePaid(caseIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ case_id: string; fen: string }[]>(
      // payments of shares mark instalments as paid too, and may be ahead of them
      `select a.case_id, coalesce(sum(case when exists (select 1 from agreement_share s where s.agreement_id = a.id)
           then (select sum(p.amount_fen) from share_payment p where p.agreement_id = a.id)
           else (select sum(i.amount_fen) from instalment i where i.agreement_id = a.id and i.paid_at is not null) end), 0) as fen
       from agreement a where a.status = 'sealed' and a.case_id = any($1::uuid[]) group by a.case_id`,
      [caseIds],
    );
    return new Map(rows.map((r) => [r.case_id, Number(r.fen)]));
  }
}
