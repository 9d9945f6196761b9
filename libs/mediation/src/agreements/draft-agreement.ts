import { Injectable } from '@nestjs/common';
import { CaseLifecycle, CaseMembers, CaseReader, CaseTimeline, RESPONDENTS } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { civilDate, Clock, newId, Outbox, type Tx } from '@hejie/platform';
import { agreementReady, boundBy, type Fairness, type PartyKey, type RespondentKey, type Terms } from '../contract/index.js';
import type { Proposal } from '../proposals/proposal.entity.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';
import { fairnessOf } from './fairness.js';
import { AgreementShare } from '../shares/agreement-share.entity.js';
import { Instalment } from './instalment.entity.js';

/** Writes down what was agreed, with a place for each signature. */
@Injectable()
export class DraftAgreement {
  constructor(
    private readonly lifecycle: CaseLifecycle,
    private readonly cases: CaseReader,
    private readonly members: CaseMembers,
    private readonly accounts: Accounts,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async fromProposal(tx: Tx, session: MediationSession, proposal: Proposal): Promise<void> {
    await this.lifecycle.lock(tx, session.caseId);
    const id = await this.insert(tx, {
      caseId: session.caseId,
      sessionId: session.id,
      proposalId: proposal.id,
      requestId: null,
      method: 'online',
      terms: proposal.terms,
      evidenceId: null,
    });
    for (const { accountId, role } of await this.signers(session.caseId, session.mediatorId, boundBy(proposal.terms))) {
      await tx.insert(AgreementSignature, { agreementId: id, accountId, role, signerName: null, readAt: null, fairnessConfirmedAt: null, signedAt: null, method: null });
    }
    await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.agreement_ready', actorId: null, data: { agreementId: id, ...bindsOf(proposal) } });
    await this.outbox.put(tx, agreementReady, { agreementId: id, caseId: session.caseId });
  }

  /** The worker, a representative of each of these respondents (null where none has joined) and the mediator; counsel advises but does not sign for the worker. */
  async signers(caseId: string, mediatorId: string, respondents: readonly RespondentKey[]): Promise<{ accountId: string | null; role: PartyKey }[]> {
    const parties = await this.members.of(caseId, ['claimant', ...RESPONDENTS]);
    const speaking = (key: RespondentKey) => parties.find((p) => RESPONDENTS.includes(p.relation) && (p.respondentId ?? 'respondent') === key)?.accountId ?? null;
    return [
      { accountId: parties.find((p) => p.relation === 'claimant')?.accountId ?? null, role: 'claimant' },
      ...respondents.map((key) => ({ accountId: speaking(key), role: key })),
      { accountId: mediatorId, role: 'mediator' },
    ];
  }

  /** Who signs in which role, by name. */
  async signerNames(signatures: readonly AgreementSignature[]): Promise<Map<PartyKey, string>> {
    const names = await this.accounts.names(signatures.flatMap((s) => s.accountId ?? []));
    return new Map(signatures.map((s) => [s.role, s.signerName ?? names.get(s.accountId ?? '')?.name ?? '']));
  }

  /** A case has one agreement under way: an unsealed one that is overtaken is void. The caller holds the case's lock. */
  async insert(tx: Tx, a: Pick<Agreement, 'caseId' | 'sessionId' | 'proposalId' | 'requestId' | 'method' | 'evidenceId'> & { terms: Terms }): Promise<string> {
    await tx.update(Agreement, { caseId: a.caseId, status: 'signing' }, { status: 'void' });
    const id = newId();
    const now = this.clock.now();
    const [row] = await tx.query<{ n: string }[]>(`select nextval('agreement_number_seq') as n`);
    await tx.insert(Agreement, {
      ...a,
      terms: a.terms as object,
      fairness: (await this.fairness(a.caseId, a.terms)) as object | null,
      id,
      number: `和协〔${civilDate(now).slice(0, 4)}〕${row!.n.padStart(6, '0')}号`,
      status: 'signing',
      sha256: null,
      bytes: null,
      createdAt: now,
      sealedAt: null,
      sealedBy: null,
    });
    const accepted = a.method === 'onsite' ? now : null;
    for (const { memberId, amountFen } of a.terms.shares ?? []) await tx.insert(AgreementShare, { agreementId: id, memberId, amountFen: String(amountFen), acceptedAt: accepted, consent: null });
    await tx.insert(
      Instalment,
      a.terms.instalments.map(({ dueDate, amountFen }, i) => ({ agreementId: id, n: i + 1, dueDate, amountFen: String(amountFen), paidAt: null, evidenceId: null })),
    );
    return id;
  }

  /** The warning that these terms call for, or null. */
  async fairness(caseId: string, terms: Terms): Promise<Fairness | null> {
    return fairnessOf((await this.cases.unsafeCase(caseId))!.facts, terms, this.clock.today());
  }
}

/** What a line of the timeline says of an agreement in a case with several respondents: whom it does not bind reads no such line. */
export const bindsOf = ({ terms: { binds } }: { readonly terms: Terms }): { binds?: readonly RespondentKey[] } => (binds ? { binds } : {});
