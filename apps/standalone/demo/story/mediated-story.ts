import { randomUUID } from 'node:crypto';
import { EscalateCase, PartnerInbox } from '@hejie/escalation/use-cases';
import type { Track } from '@hejie/escalation/contract';
import { ConfirmationCodes } from '@hejie/identity';
import { Agreements, AttendSession, ConductSession, Proposals, ReadSessions, ScheduleSession, SealAgreement } from '@hejie/mediation/use-cases';
import { RULES_VERSION, type Terms } from '@hejie/mediation/contract';
import type { Actor } from '@hejie/platform';
import { GroupStory } from './group-story.js';

/** Which organisation's account answers in a track. */
const PARTNER: Readonly<Record<Track, string>> = { arbitration: 'commission', arbitral_review: 'commission', litigation: 'court', payment_order: 'court', judicial_confirmation: 'court' };

/** A case that comes to a session, and what follows from it. */
export class MediatedStory extends GroupStory {
  private sessionId = '';
  private agreementId = '';

  private readonly mediator = () => this.cast.staff(this.plot.mediator);

  async schedule(startsAt: Date): Promise<void> {
    this.sessionId = await this.cast.use(ScheduleSession).execute(this.cast.staff(this.plot.lawyer), this.caseId, {
      requestId: randomUUID(),
      startsAt: startsAt.toISOString(),
      minutes: 90,
      mode: 'online',
      mediatorId: this.mediator().accountId,
    });
  }

  async open(): Promise<void> {
    const conduct = this.cast.use(ConductSession);
    const attend = this.cast.use(AttendSession);
    for (const who of [await this.worker(), await this.employer()]) {
      await attend.consent(who, this.sessionId, { rulesVersion: RULES_VERSION });
      await attend.arrive(who, this.sessionId);
    }
    await conduct.disclose(this.mediator(), this.sessionId, { statement: '我与双方没有亲属关系，也没有利害关系。' });
    await conduct.open(this.mediator(), this.sessionId);
    await this.say(this.mediator(), 'joint', '今天的调解会现在开始，请双方说说各自的想法。');
    await this.say(await this.worker(), 'joint', `我的要求是 ${this.plot.yuan.toLocaleString('zh-CN')} 元。`);
  }

  /** The employer's offer of a part of what is asked for. @param due dates of the instalments */
  async propose(part: number, due: readonly string[]): Promise<void> {
    await this.cast.use(Proposals).make(await this.employer(), this.sessionId, { requestId: randomUUID(), terms: this.terms(part, due) });
  }

  async counter(part: number, due: readonly string[]): Promise<void> {
    await this.cast.use(Proposals).counter(await this.worker(), await this.openProposal(), { requestId: randomUUID(), terms: this.terms(part, due) });
  }

  /** The employer accepts, and the mediator closes the session. */
  async agree(): Promise<void> {
    await this.cast.use(Proposals).accept(await this.employer(), await this.openProposal());
    await this.cast.use(ConductSession).close(this.mediator(), this.sessionId, { outcome: 'agreed' });
    this.agreementId = (await this.cast.use(Agreements).ofCase(this.mediator(), this.caseId))[0]!.id;
  }

  /** Asks for the codes by which both sides sign; they come by SMS. */
  async askForCodes(): Promise<void> {
    for (const who of [await this.worker(), await this.employer()]) {
      await this.cast.use(ConfirmationCodes).request(who, { purpose: 'sign_agreement', subject: this.agreementId });
    }
  }

  async signByWorker(): Promise<void> {
    await this.sign(await this.worker(), this.cast.phones.read(this.workerPhone(), /(\d{6})/));
  }

  async signByOthersAndSeal(): Promise<void> {
    await this.sign(await this.employer(), this.cast.phones.read(this.employerPhone(), /(\d{6})/));
    await this.sign(this.mediator());
    await this.cast.use(SealAgreement).execute(this.mediator(), this.agreementId);
  }

  async pay(n: number): Promise<void> {
    await this.cast.use(Agreements).paid(await this.worker(), this.agreementId, n, {});
  }

  async fail(): Promise<void> {
    await this.cast.use(ConductSession).close(this.mediator(), this.sessionId, { outcome: 'failed', reason: '双方对金额分歧较大', undisputedFacts: '双方对劳动关系存续期间和工资标准没有争议。' });
  }

  async escalate(track: Track): Promise<void> {
    await this.cast.use(EscalateCase).execute(await this.worker(), this.caseId, { requestId: randomUUID(), track });
  }

  async acknowledge(track: Track, reference: string): Promise<void> {
    const [partner, id] = await this.handedTo(track);
    await this.cast.use(PartnerInbox).acknowledge(partner, id, { requestId: randomUUID(), reference });
  }

  async report(track: Track, status: 'accepted' | 'hearing', text: string, date: string): Promise<void> {
    const [partner, id] = await this.handedTo(track);
    await this.cast.use(PartnerInbox).report(partner, id, { requestId: randomUUID(), status, text, date });
  }

  private async sign(who: Actor, code?: string): Promise<void> {
    await this.cast.use(Agreements).markRead(who, this.agreementId);
    await this.cast.use(Agreements).sign(who, this.agreementId, { code });
  }

  private async openProposal(): Promise<string> {
    const { proposals } = await this.cast.use(ReadSessions).one(this.mediator(), this.sessionId);
    return proposals.find((p) => p.state === 'open')!.id;
  }

  private async handedTo(track: Track): Promise<[Actor, string]> {
    const partner = this.cast.staff(PARTNER[track]);
    const item = (await this.cast.use(PartnerInbox).list(partner, { page: 1, limit: 100 })).items.find((i) => i.claimantName === this.plot.worker)!;
    return [partner, item.id];
  }

  /** Equal instalments, the rest with the last. */
  private terms(part: number, due: readonly string[]): Terms {
    const totalFen = Math.round(this.plot.yuan * part) * 100;
    const each = Math.floor(totalFen / due.length / 100) * 100;
    return {
      items: [{ kind: this.plot.claim, amountFen: totalFen }],
      totalFen,
      instalments: due.map((dueDate, i) => ({ dueDate, amountFen: i === due.length - 1 ? totalFen - each * i : each })),
      payment: 'bank_transfer',
    };
  }
}
