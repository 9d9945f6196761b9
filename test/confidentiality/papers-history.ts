import { someTerms } from '@hejie/mediation/testing';
import { paperKinds } from '@hejie/papers';
import { civilDate } from '@hejie/platform';
import { eventually } from '@hejie/test-kit';
import { addressOf, doorsAbout, type Things } from './doors.js';
import { PNG } from './history.js';
import type { Person } from './people.js';
import { SessionHistory } from './session-history.js';
import type { Circle, Secret } from './watch.js';

/** How the session ends: with an agreement before everybody, with one signed on paper, or without any. */
const ENDS = ['online', 'onsite', 'failed'] as const;
const JOB_MS = 60_000;

type Side = 'claimant' | 'respondent';

/**
 * A session whose case has papers as well: evidence of both sides, an entitlement sheet that both sides agree to show and one takes
 * back, an agreement, a bundle, and a packet at the commission. At most one of each kind, as each costs more than everything said.
 */
export class PapersHistory extends SessionHistory {
  /** Everybody who serves the case or is party to it. */
  private atCase!: Circle;
  /** And who is named beside the employer: they read what the worker shows. */
  private shown!: Circle;
  /** Who sees the evidence that a side keeps to itself. */
  private own!: Readonly<Record<Side, Circle>>;
  private evidence: Partial<Record<Side, { readonly id: string; readonly secret: Secret }>> = {};
  private made: Partial<Things> = {};

  protected override async begin(): Promise<void> {
    await super.begin();
    const { worker, counsel, employer, beside, department } = this.stage.cast;
    this.shown = this.circle(worker, counsel, employer, beside, department, this.mediator);
    this.atCase = this.circle(worker, counsel, employer, department, this.mediator);
    this.own = { claimant: this.circle(worker, counsel, department), respondent: this.circle(employer) };
  }

  protected override turns() {
    return [...super.turns(), () => this.handIn('claimant'), () => this.handIn('respondent'), () => this.show('claimant'), () => this.show('respondent')];
  }

  protected override things() {
    return { ...super.things(), ...this.made };
  }

  protected override mediatorsCircles() {
    return [...super.mediatorsCircles(), this.atCase, this.shown];
  }

  protected override officersCircles() {
    return [...super.officersCircles(), this.atCase, this.shown, this.own.claimant];
  }

  protected override async end(): Promise<void> {
    const { worker, employer, partner } = this.stage.cast;
    for (const side of ['claimant', 'respondent'] as const) await this.handIn(side);
    await this.lookInto('evidence', worker, employer);
    await this.makeSheet();
    const how = ENDS[this.sequence % ENDS.length]!;
    const forPartner = await this.conclude(how);
    if (how !== 'failed') await this.lookInto('agreements', worker, employer);
    await this.makeBundle();
    // every paper's preview is among the doors; here some as the file that one takes away
    for (const kind of ['evidence_list', this.random.pick(paperKinds)] as const) for (const person of [worker, employer, this.someone()]) await this.look(person, `/api/cases/${this.caseId}/papers/${kind}?format=docx`);
    for (const circle of [this.atCase, this.shown, this.own.claimant, forPartner]) circle?.letIn(partner);
    await this.escalate(how === 'onsite' ? 'arbitral_review' : 'arbitration');
    await this.lookBack();
  }

  /** What the employer shows and signs here is one person's throughout. */
  protected override async changeRespondent(): Promise<void> {}

  /** A file with words in its name, its title, its text and what it is to prove. */
  private async handIn(side: Side): Promise<void> {
    if (this.evidence[side]) return;
    const by = side === 'claimant' ? this.stage.cast.worker : this.stage.cast.employer;
    const secret = this.own[side].secret(by);
    this.evidence[side] = { id: await this.bring(by, secret, 'private'), secret };
    if (side === 'claimant' || !this.made.evidenceId) this.made = { ...this.made, evidenceId: this.evidence[side].id };
  }

  /** From now on the other side sees it: what the worker shows everybody on it, what the employer shows the worker's alone. */
  private async show(side: Side): Promise<void> {
    const piece = this.evidence[side];
    const to = side === 'claimant' ? this.shown : this.atCase;
    if (!piece || piece.secret.circle === to) return;
    to.takeIn(piece.secret);
    await this.must(piece.secret.by, 'PATCH', `/api/cases/${this.caseId}/evidence/${piece.id}`, { visibility: 'shared' });
  }

  private async bring(by: Person, { canary }: Secret, visibility: 'private' | 'shared'): Promise<string> {
    const form = new FormData();
    for (const [field, value] of Object.entries({ title: canary, proves: canary, visibility })) form.append(field, value);
    form.append('file', new Blob([PNG, Buffer.from(canary)], { type: 'image/png' }), `${canary}.png`);
    return (await this.must(by, 'POST', `/api/cases/${this.caseId}/evidence`, form)).body.id as string;
  }

  /** The worker's side's own, then shown with both sides' consent, then one takes theirs back. What was paid is a sum in it. */
  private async makeSheet(): Promise<void> {
    const { worker, counsel, employer, department } = this.stage.cast;
    const side = [worker, counsel, department, ...(this.officer ? [this.officer] : [])];
    const readers = this.circle(...side);
    const payment = { requestId: this.id(), paidOn: '2026-02-20', amountFen: readers.amount(worker) * 100, what: this.workerSide.secret(worker).canary };
    await this.must(worker, 'POST', `/api/cases/${this.caseId}/payments`, payment);
    const { body } = await this.must(worker, 'POST', `/api/cases/${this.caseId}/sheets`);
    this.made = { ...this.made, sheetId: body.id };
    const consent = (by: Person, agree: boolean) => this.must(by, 'POST', `/api/sheets/${this.made.sheetId}/consent`, { agree });
    await this.lookInto('sheets', worker, employer);
    await consent(worker, true);
    await this.lookInto('sheets', employer, this.mediator);
    for (const person of [employer, this.mediator]) readers.letIn(person);
    await consent(employer, true);
    await this.lookInto('sheets', employer, this.mediator);
    await consent(this.random.pick([worker, employer]), false);
    for (const person of [employer, this.mediator]) readers.putOut(person);
    await this.lookInto('sheets', employer, this.mediator);
  }

  /** @returns whose words of the end go to the commission with the packet */
  private async conclude(how: (typeof ENDS)[number]): Promise<Circle | undefined> {
    const { worker, counsel, employer, beside, department } = this.stage.cast;
    if (how === 'failed') {
      // a note of the mediator's own, which nobody confirmed: it goes nowhere with the packet
      const file = this.circle(worker, counsel, department, ...(this.officer ? [this.officer] : []));
      await this.close({ outcome: 'failed', undisputedFacts: file.secret(this.mediator).canary });
      return undefined;
    }
    // it binds the employer alone: who stands beside it hears the offer, and reads no agreement
    const agreed = this.circle(...this.atCase.members, ...(how === 'online' ? [beside] : []));
    const terms = { ...someTerms(6_000_000), binds: ['respondent'], otherTerms: agreed.secret(worker).canary };
    if (how === 'online') {
      await this.must(worker, 'POST', this.at('/proposals'), { requestId: this.id(), terms });
      const { proposals } = (await this.must(employer, 'GET', this.at(''))).body as { proposals: { id: string }[] };
      this.made = { ...this.made, agreementId: (await this.must(employer, 'POST', `/api/proposals/${proposals.at(-1)!.id}/accept`)).body.agreementId };
      await this.close({ outcome: 'agreed' });
      return undefined;
    }
    // both sides see the mediator's photo; it is no evidence, so the commission does not
    const photo = await this.bring(this.mediator, this.circle(...this.atCase.members).secret(this.mediator), 'shared');
    const result = { requestId: this.id(), terms, signedOn: civilDate(this.stage.t.now()), evidenceId: photo };
    this.made = { ...this.made, agreementId: (await this.must(this.mediator, 'POST', `/api/cases/${this.caseId}/onsite-results`, result)).body.id };
    await eventually(async () => (await this.mediator.clients[0]!.get(this.at(''))).body.status !== 'open', 'the session ends with the case', JOB_MS);
    await this.ended();
    return agreed;
  }

  private async makeBundle(): Promise<void> {
    const { worker } = this.stage.cast;
    const { body } = await this.must(worker, 'POST', `/api/cases/${this.caseId}/bundles`, { requestId: this.id() });
    this.made = { ...this.made, bundleId: body.id };
    await eventually(async () => (await worker.clients[0]!.get(`/api/cases/${this.caseId}/bundles/${body.id}/file`)).status === 200, 'the bundle is made', JOB_MS);
    await this.lookInto('bundles', worker, this.stage.cast.employer);
  }

  private async escalate(track: 'arbitration' | 'arbitral_review'): Promise<void> {
    const { worker, counsel, department, partner } = this.stage.cast;
    const { body } = await this.must(worker, 'POST', `/api/cases/${this.caseId}/escalations`, { requestId: this.id(), track });
    this.made = { ...this.made, escalationId: body.id };
    await eventually(async () => (await partner.clients[0]!.get(`/api/partner/inbox/${body.id}`)).status === 200, 'the packet is sent', JOB_MS);
    const told = this.circle(worker, counsel, department, partner, ...(this.officer ? [this.officer] : []));
    await this.must(partner, 'POST', `/api/partner/inbox/${body.id}/receipt`, { requestId: this.id(), reference: `收${this.sequence}`, note: told.secret(partner).canary });
    await this.lookInto('inbox', partner);
    await this.lookInto('escalations', worker);
  }

  /** Every door about things of a kind, for these people and somebody. */
  private async lookInto(word: string, ...people: Person[]): Promise<void> {
    const things = { ...this.things(), roomId: this.joint.id };
    for (const door of doorsAbout(word, this.stage.doors)) for (const person of [...people, this.someone()]) await this.look(person, addressOf(door, things));
  }
}
