import { Injectable } from '@nestjs/common';
import { CaseReader, Groups, type UnsafeCase } from '@hejie/cases';
import type { AnswerView } from '@hejie/cases/contract';
import { Organisations } from '@hejie/identity';
import { CLAIM_KINDS } from '@hejie/law';
import { chineseDate, compose, renderPdf, yuan, type Paper } from '@hejie/papers';
import { civilDate } from '@hejie/platform';
import { agreementValues } from './agreement-values.js';
import { boundBy, type Terms } from '../contract/index.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import type { Agreement } from './agreement.entity.js';
import { DraftAgreement } from './draft-agreement.js';
import { STAFF_MEANS } from './staff-means.js';

const when = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });
const ROLE: Readonly<Record<string, string>> = { claimant: '申请人', respondent: '被申请人', mediator: '调解员' };
const METHOD = { phone_code: '手机验证码', paper: '纸质', ...STAFF_MEANS } as const;
const ON_SEALED = '（在盖章文本中载明）';

/** Sets the agreement as a paper: to be read before signing, and sealed after. */
@Injectable()
export class SetAgreement {
  constructor(
    private readonly cases: CaseReader,
    private readonly organisations: Organisations,
    private readonly draft: DraftAgreement,
    private readonly groups: Groups,
  ) {}

  /** @param sealedAt when it is sealed; null for the text that is still to be signed */
  async pdf(agreement: Agreement, unordered: readonly AgreementSignature[], sealedAt: Date | null): Promise<Buffer> {
    return renderPdf(await this.paper(agreement, unordered, sealedAt));
  }

  async paper(agreement: Agreement, unordered: readonly AgreementSignature[], sealedAt: Date | null): Promise<Paper> {
    const bound = boundBy(agreement.terms);
    const signatures = ['claimant', ...bound, 'mediator'].flatMap((role) => unordered.filter((s) => s.role === role));
    const found = (await this.cases.unsafeCase(agreement.caseId))!;
    const keyed = found.respondents.map((r) => ({ ...r, key: r.id ?? 'respondent' }));
    const parties = keyed.filter((r) => bound.includes(r.key));
    const names = await this.draft.signerNames(signatures);
    // an answer changed after the text was drawn up is not what was signed
    const answer = await this.answerOf(agreement, found, bound);
    const city = await this.organisations.root();
    const photo = agreement.evidenceId ? await this.cases.evidence(agreement.caseId, agreement.evidenceId) : null;
    const values = agreementValues({
      caseNumber: found.number,
      organisation: city?.name ?? '',
      claimant: {
        name: found.claimant.name ?? '',
        // what is only to be read need not carry it
        idNumber: sealedAt ? found.claimant.idNumber : ON_SEALED,
        address: sealedAt ? found.claimant.address : ON_SEALED,
      },
      respondents: parties.map((r) => ({ ...r, representative: names.get(r.key) ?? '' })),
      notBound: keyed.filter((r) => !bound.includes(r.key)).map((r) => r.name),
      mediator: names.get('mediator') ?? '',
      claims: found.facts.claims.map((c, i) => `${i + 1}．${CLAIM_KINDS[c.kind].zh}${c.amountFen === undefined ? '' : `，${yuan(c.amountFen)}`}`).join('\n'),
      story: found.facts.story,
      answer: answer?.text || null,
      terms: agreement.terms,
      workers: await this.workers(agreement.terms),
      farUnder: agreement.fairness !== null,
      photoSha256: photo?.sha256,
      signatures: signatures.map((s) => ({
        role: parties.length > 1 && bound.includes(s.role) ? `被申请人${parties.find((r) => r.key === s.role)?.name ?? ''}` : (ROLE[s.role] ?? '被申请人'),
        name: names.get(s.role) ?? '',
        ...(s.signedAt ? { signedAt: agreement.method === 'onsite' ? chineseDate(civilDate(s.signedAt)) : when.format(s.signedAt) } : {}),
        ...(s.method ? { method: `${METHOD[s.method]}签名` } : {}),
      })),
      sealedOn: sealedAt && chineseDate(civilDate(sealedAt)),
    });
    return compose('mediation_agreement', values, { number: agreement.number, madeAt: sealedAt ?? agreement.createdAt }).paper;
  }

  /** Of one respondent what it answered; what one of several answered is not for the others to read. */
  private async answerOf({ caseId, createdAt }: Agreement, found: UnsafeCase, [first, ...others]: readonly string[]): Promise<AnswerView | null> {
    if (others.length) return null;
    if (first === 'respondent') return this.cases.unsafeAnswer(caseId, createdAt);
    const number = found.respondents.find((r) => r.id === first)?.number;
    return (await this.cases.unsafeOtherAnswers(found, createdAt)).find((o) => o.number === number)?.answer ?? null;
  }

  /** In the agreement itself each worker stands by the full name: the employer pays each of them. */
  private async workers({ shares = [] }: Terms) {
    const members = await this.groups.unsafeByIds(shares.map((s) => s.memberId));
    return shares.map(({ memberId, amountFen }) => ({ ...members.get(memberId)!, amountFen }));
  }
}
