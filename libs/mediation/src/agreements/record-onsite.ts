import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseReader, CaseTimeline } from '@hejie/cases';
import { civilDate, Clock, UnitOfWork, type Actor } from '@hejie/platform';
import { boundBy, type OnsiteResult } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';
import { bindsOf, DraftAgreement } from './draft-agreement.js';
import { BindingRules } from '../proposals/binding-rules.js';
import { ShareRules } from '../shares/share-rules.js';
import { SealAgreement } from './seal-agreement.js';

/** The result of a meeting on site comes in as it was signed there. */
@Injectable()
export class RecordOnsite {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly cases: CaseReader,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly draft: DraftAgreement,
    private readonly binding: BindingRules,
    private readonly shareRules: ShareRules,
    private readonly sealing: SealAgreement,
    private readonly clock: Clock,
  ) {}

  /**
   * Types in what was signed on paper, with the photo as proof, and seals it. Safe to repeat by request id.
   * @throws NOT_FOUND, AGREEMENT_PHOTO_MISSING, AGREEMENT_FAIRNESS_UNCONFIRMED with the warning, AGREEMENT_DATE_AHEAD, AGREEMENT_DATE_EARLY, AGREEMENT_SIGNER_MISSING, AGREEMENT_STATE, TERMS_RESPONDENTS_UNFIT @returns the agreement's id
   */
  async execute(actor: Actor, caseId: string, input: OnsiteResult): Promise<string> {
    await this.access.require(actor, caseId, ['mediator']);
    const photo = await this.cases.evidence(caseId, input.evidenceId);
    if (!photo || !/^image\/|pdf$/.test(photo.mediaType)) throw refuse('AGREEMENT_PHOTO_MISSING');
    if (input.signedOn > this.clock.today()) throw refuse('AGREEMENT_DATE_AHEAD');
    const id = await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      const earlier = await tx.findOneBy(Agreement, { caseId, requestId: input.requestId });
      if (earlier) return earlier.id;
      if (row.status !== 'mediating') throw refuse('AGREEMENT_STATE');
      if (row.filedAt && input.signedOn < civilDate(row.filedAt)) throw refuse('AGREEMENT_DATE_EARLY', { params: { day: civilDate(row.filedAt) } });
      await this.shareRules.check(caseId, input.terms);
      const terms = await this.binding.settleSigned(caseId, input.terms);
      const signers = await this.draft.signers(caseId, actor.accountId, boundBy(terms));
      const named = new Map([...(input.respondentRepresentative ? [['respondent', input.respondentRepresentative] as const] : []), ...(input.otherRepresentatives ?? []).map((o) => [o.respondent, o.name] as const)]);
      if (signers.some((s) => !s.accountId && !named.has(s.role))) throw refuse('AGREEMENT_SIGNER_MISSING');
      const fairness = await this.draft.fairness(caseId, input.terms);
      if (fairness && !input.fairnessConfirmed) throw refuse('AGREEMENT_FAIRNESS_UNCONFIRMED', { extra: { fairness } });
      const made = await this.draft.insert(tx, { caseId, sessionId: null, proposalId: null, requestId: input.requestId, method: 'onsite', terms, evidenceId: input.evidenceId });
      const signedAt = new Date(`${input.signedOn}T00:00:00+08:00`);
      for (const { accountId, role } of signers) {
        await tx.insert(AgreementSignature, { agreementId: made, accountId, role, signerName: named.get(role) ?? null, readAt: signedAt, fairnessConfirmedAt: fairness && (role === 'claimant' || role === 'mediator') ? signedAt : null, signedAt, method: 'paper' });
      }
      await this.timeline.record(tx, { caseId, kind: 'mediation.onsite_recorded', actorId: actor.accountId, data: { agreementId: made, photoSha256: photo.sha256, ...bindsOf({ terms }), ...(fairness ? { fairnessPercent: fairness.percent } : {}) } });
      return made;
    });
    await this.sealing.execute(actor, id);
    return id;
  }
}
