import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { someTerms } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import type { Answer } from '@hejie/test-kit';
import type { Things } from './doors.js';
import { History, Room } from './history.js';
import type { Person } from './people.js';
import { Circle, type Secret } from './watch.js';

const HOUR_MS = 3_600_000;
/** The door is open by then. */
const SOON_MS = HOUR_MS / 3;
/** Doors that show the minutes, with lines that their readers may no longer read in the room. */
const MINUTES = /[/_]minutes(\/|\?|$)/;

/** The two respondents, each a party of its own. */
type Respondent = 'respondent' | 'beside';

/** A mediation session through its own doors: private talks, offers to one side, another mediator, another officer, somebody else for a respondent, the end, the minutes. */
export class SessionHistory extends History {
  protected caseId = '';
  protected sessionId = '';
  private minutesId: string | undefined;
  protected mediator!: Person;
  protected officer: Person | undefined;
  protected joint!: Room;
  /** `beside`: the joint respondent's, which is none of the employer's. */
  protected caucuses!: { readonly claimant: Room; readonly respondent: Room; readonly beside: Room };
  /** Who sees what is offered to one party only. */
  private sides!: { readonly claimant: Circle; readonly respondent: Circle; readonly beside: Circle };
  private besideId = '';
  /** Who speaks for each of them at the moment. */
  protected speaker!: Record<Respondent, Person>;
  private followed = false;
  /** Who spoke for one of them by mistake, and what was said at the very moment of anybody's move, which those may have heard or not. */
  private mistaken: Person | undefined;
  private readonly atThatMoment = new Set<Secret>();
  /** Who reads why. */
  private why: Circle | undefined;
  /** Who reads the minutes once they are before the parties, and who writes them. */
  private parties!: Circle;
  private desk!: Circle;
  /** Who serves the case for the union, and who stands with the worker. */
  private staff!: Circle;
  protected workerSide!: Circle;
  private drafted: Secret | undefined;
  private changed = false;
  protected closed = false;

  protected async begin(): Promise<void> {
    const { t, cast } = this.stage;
    const { worker, counsel, employer, beside, department } = cast;
    this.mediator = this.random.pick(cast.mediators);
    this.speaker = { respondent: employer, beside };
    ({ caseId: this.caseId } = await aFiledCase(worker.clients[0]!));
    const { items } = (await this.must(worker, 'POST', `/api/cases/${this.caseId}/other-respondents`, { requestId: this.id(), name: '平度市某电子厂', role: 'user' })).body as { items: { id: string }[] };
    this.besideId = items.at(-1)!.id;
    const consultId = await t.app.get(UnitOfWork).run(async (tx) => {
      await t.app.get(CaseMembers).add(tx, this.caseId, employer.accountId, 'respondent');
      await t.app.get(CaseMembers).add(tx, this.caseId, beside.accountId, 'co_respondent', this.besideId);
      await t.app.get(CaseMembers).add(tx, this.caseId, counsel.accountId, 'counsel');
      return t.app.get(Rooms).open(tx, { caseId: this.caseId, kind: 'consult', members: [{ accountId: worker.accountId, relation: 'claimant' }, { accountId: counsel.accountId, relation: 'counsel' }] });
    });
    const startsAt = new Date(t.now().getTime() + SOON_MS).toISOString();
    this.sessionId = (await this.must(worker, 'POST', `/api/cases/${this.caseId}/sessions`, { requestId: this.id(), startsAt, minutes: 60, mode: 'online', mediatorId: this.mediator.accountId })).body.id;
    for (const p of [worker, counsel, employer, beside]) {
      await this.must(p, 'POST', this.at('/consent'), { rulesVersion: RULES_VERSION });
      await this.must(p, 'POST', this.at('/arrive'), {});
    }
    const { rooms } = (await this.must(this.mediator, 'POST', this.at('/open'), {})).body as { rooms: { id: string; kind: string; respondent?: string }[] };
    const room = (kind: string, members: Person[], of?: string) => new Room(this.stage.watch, rooms.find((r) => r.kind === kind && r.respondent === of)!.id, members, this.sequence, of ? `${kind} of another` : kind);
    this.joint = room('joint', [worker, counsel, employer, beside, this.mediator]);
    this.caucuses = { claimant: room('caucus_claimant', [this.mediator]), respondent: room('caucus_respondent', [this.mediator]), beside: room('caucus_respondent', [this.mediator], this.besideId) };
    this.rooms = [this.joint, ...Object.values(this.caucuses), new Room(this.stage.watch, consultId, [worker, counsel], this.sequence, 'consult')];
    this.sides = { claimant: this.circle(worker, counsel, this.mediator), respondent: this.circle(employer, this.mediator), beside: this.circle(beside, this.mediator) };
    this.parties = this.circle(worker, counsel, employer, beside, this.mediator);
    this.desk = this.circle(this.mediator);
    this.staff = this.circle(department, this.mediator);
    this.workerSide = this.circle(worker, counsel, department);
    for (const room of this.rooms) await this.listen(room);
    await this.say(this.rooms.at(-1), counsel);
    await this.upload(this.rooms.at(-1), worker);
    // whatever else comes: each party has said and shown something in its own caucus
    for (const person of [worker, employer, beside]) {
      await this.place(person, 'caucus');
      await this.say(this.caucusOf(person), person);
      await this.upload(this.caucusOf(person), person);
      if (this.random.chance(0.7)) await this.place(person, 'joint');
    }
  }

  protected turns(): (() => Promise<void>)[] {
    const place = () => this.place();
    return [...this.talk(), place, place, place, () => this.sayMeanwhile(), () => this.sayMeanwhile(), () => this.offer(), () => this.offer(), () => this.holdFloor(), () => this.changeMediator(), () => this.changeRespondent(), () => this.handOver(), () => this.draft(), () => this.lookAround()];
  }

  protected things(): Omit<Things, 'roomId' | 'fileId'> {
    return { caseId: this.caseId, sessionId: this.sessionId, minutesId: this.minutesId };
  }

  /** Where a mediator is in for as long as they are the case's. */
  protected mediatorsCircles(): Circle[] {
    return [this.joint, ...Object.values(this.caucuses), ...Object.values(this.sides), this.parties, this.desk, this.staff, ...(this.why ? [this.why] : [])];
  }

  /** Where an officer is in for as long as the case is theirs. */
  protected officersCircles(): Circle[] {
    return [this.workerSide, this.staff, ...(this.why ? [this.why] : [])];
  }

  /** Most sessions end; then the record is taken, the minutes are put before the parties, and everybody looks around. */
  protected async end(): Promise<void> {
    if (this.random.chance(0.8)) await this.close(this.random.chance(0.5) ? { outcome: 'failed', reason: '金额差距过大' } : { outcome: 'adjourned', nextStartsAt: new Date(this.stage.t.now().getTime() + 24 * HOUR_MS).toISOString() });
    await this.lookBack();
  }

  /** When it is over, or is not. */
  protected async lookBack(): Promise<void> {
    if (this.closed) for (const person of this.stage.cast.all) await this.look(person, `/api/sessions/${this.sessionId}/sealed-log`);
    for (const person of this.some(4)) {
      await this.lookAround(person);
      await this.pry(person);
    }
  }

  protected override look(person: Person, address: string): Promise<unknown> {
    return this.ask(person, 'GET', address, undefined, undefined, MINUTES.test(address) ? this.parties : undefined);
  }

  private caucusOf(person: Person): Room {
    return person === this.speaker.respondent ? this.caucuses.respondent : person === this.speaker.beside ? this.caucuses.beside : this.caucuses.claimant;
  }

  private async place(person = this.random.pick([this.stage.cast.worker, this.stage.cast.counsel, this.speaker.respondent, this.speaker.beside]), to = this.random.pick(['joint', 'caucus', 'waiting'] as const)): Promise<void> {
    const caucus = this.caucusOf(person);
    const into = to === 'joint' ? this.joint : to === 'caucus' ? caucus : undefined;
    into?.letIn(person, this.notFor(person));
    await this.must(this.mediator, 'POST', this.at('/place'), { accountId: person.accountId, to });
    for (const room of [this.joint, caucus]) if (room !== into) room.putOut(person);
    if (into) await this.join(into, person);
  }

  /** Something is said at the very moment of a move, and again when it is done. */
  private async sayMeanwhile(): Promise<void> {
    const room = this.someRoom();
    await this.atOnce(() => Promise.all([this.place(), this.say(room), this.join(room)]));
    await this.say(room, this.random.pick([...room.members]));
  }

  /** An offer with words, to one party and the mediator only. */
  private async offer(): Promise<void> {
    const side = this.random.pick(['claimant', 'respondent', 'beside'] as const);
    const by = this.random.pick([...this.sides[side].members]);
    const { canary } = this.sides[side].secret(by);
    await this.ask(by, 'POST', this.at('/proposals'), { requestId: this.id(), audience: side === 'beside' ? this.besideId : side, terms: { ...someTerms(), otherTerms: canary } });
  }

  private async holdFloor(): Promise<void> {
    await this.ask(this.mediator, 'POST', this.at('/lock'), { roomId: this.someRoom().id, locked: this.random.chance(0.3) });
    await this.ask(this.mediator, 'POST', this.at('/mute'), { accountId: this.random.pick([this.stage.cast.worker, this.speaker.respondent, this.speaker.beside]).accountId, muted: this.random.chance(0.3) });
  }

  /** The mediator is recused: out of everything; the reason is for those who serve the case. Somebody speaks at that very moment. */
  private async changeMediator(): Promise<void> {
    if (this.changed) return;
    this.changed = true;
    const [from, to] = [this.mediator, this.stage.cast.mediators.find((m) => m !== this.mediator)!];
    const circles = this.mediatorsCircles();
    for (const circle of circles) circle.letIn(to);
    const { department } = this.stage.cast;
    const { canary } = this.staff.secret(department);
    await Promise.all([
      this.must(department, 'POST', this.at('/mediator'), { requestId: this.id(), mediatorId: to.accountId, cause: this.random.pick(['conflict', 'illness']), note: canary }),
      this.say(this.random.pick([this.joint, ...Object.values(this.caucuses)])),
    ]);
    this.mediator = to;
    for (const circle of circles) circle.putOut(from);
    await this.say(this.random.pick([this.joint, this.caucuses.claimant]), to);
  }

  /**
   * Who speaks for one of the respondents is put out, at the very moment of a message, and somebody else comes: for the same respondent, whose talks they
   * read on, or in place of somebody who was there by mistake, of whose time they read nothing that those could hear. Why is not for the other respondent.
   */
  protected async changeRespondent(): Promise<void> {
    if (this.followed) return;
    this.followed = true;
    const { worker, counsel, department, successor } = this.stage.cast;
    const of = this.random.pick(['respondent', 'beside'] as const);
    const [from, caucus, mistake] = [this.speaker[of], this.caucuses[of], this.random.chance(0.5)];
    this.why = this.circle(worker, counsel, department, this.mediator, successor, ...(this.officer ? [this.officer] : []));
    const reason = this.why.secret(this.mediator).canary;
    await this.atOnce(() => Promise.all([
      this.must(this.mediator, 'POST', `/api/cases/${this.caseId}/respondents/${from.accountId}/removal`, { requestId: this.id(), cause: mistake ? 'mistake' : 'replaced', reason }),
      this.say(this.random.pick([this.joint, caucus])),
    ]));
    for (const circle of [this.joint, caucus, this.sides[of], this.parties]) circle.putOut(from);
    await this.say(this.random.pick([this.joint, caucus]), this.mediator);
    this.speaker[of] = successor;
    if (mistake) this.mistaken = from;
    await this.stage.t.app.get(UnitOfWork).run((tx) => this.stage.t.app.get(CaseMembers).add(tx, this.caseId, successor.accountId, of === 'beside' ? 'co_respondent' : 'respondent', of === 'beside' ? this.besideId : null));
    for (const circle of [this.sides[of], this.parties]) circle.letIn(successor, mistake ? (secret) => secret.by === from : undefined);
    await this.must(successor, 'POST', this.at('/consent'), { rulesVersion: RULES_VERSION });
    await this.must(successor, 'POST', this.at('/arrive'), {});
    if (this.random.chance(0.8)) await this.place(successor, 'caucus');
    await this.place(successor, 'joint'); // who reads the minutes was at the table, as everybody is at the opening
    for (const person of [from, successor]) await this.pry(person, this.random.pick([this.joint, caucus]));
  }

  /** Who comes or goes meanwhile may have heard what is said, or not. */
  private async atOnce(what: () => Promise<unknown>): Promise<void> {
    const before = new Set(this.rooms.flatMap((room) => room.secrets));
    await what();
    for (const secret of this.rooms.flatMap((room) => room.secrets)) if (!before.has(secret)) this.atThatMoment.add(secret);
  }

  /** Of what was said before somebody came, what is none of theirs. */
  private notFor(person: Person): ((secret: Secret) => boolean) | undefined {
    const { mistaken } = this;
    return mistaken && person === this.stage.cast.successor ? (secret) => secret.heard.has(mistaken) && !this.atThatMoment.has(secret) : undefined;
  }

  /** The case goes to another officer; why is for the worker's side. */
  private async handOver(): Promise<void> {
    const { department, officers } = this.stage.cast;
    const [from, to] = [this.officer, officers.find((o) => o !== this.officer)!];
    for (const circle of this.officersCircles()) circle.letIn(to);
    const { canary } = this.workerSide.secret(department);
    await this.must(department, 'POST', `/api/cases/${this.caseId}/hand-over`, { requestId: this.id(), to: { accountId: to.accountId }, reason: canary });
    this.officer = to;
    if (from) for (const circle of this.officersCircles()) circle.putOut(from);
  }

  /** The mediator writes minutes: words of their own, and lines of the joint room as they were said. */
  private async draft(): Promise<void> {
    const written = this.desk.secret(this.mediator);
    const lines = [this.somethingSaid(this.joint), this.somethingSaid(this.joint)].flatMap((s) => (s && this.random.chance(0.7) ? [s.seq!] : []));
    const { status } = await this.ask(this.mediator, 'PUT', this.at('/minutes'), { lines: [...new Set(lines)], claimantSaid: written.canary, respondentSaid: '', undisputedFacts: '', result: '未达成一致' }, undefined, this.parties);
    if (status === 200) this.drafted = written;
  }

  protected async close(how: { outcome: string; reason?: string; undisputedFacts?: string; nextStartsAt?: string }): Promise<void> {
    await this.must(this.mediator, 'POST', this.at('/close'), how);
    await this.ended();
  }

  /** Nobody is in private any more; the minutes are put before the parties. */
  protected async ended(): Promise<void> {
    this.closed = true;
    for (const room of Object.values(this.caucuses)) for (const person of [...room.members]) room.putOut(person);
    if (!this.drafted || this.random.chance(0.3)) await this.draft();
    if (this.drafted) await this.present(this.drafted);
  }

  private async present(written: Secret): Promise<void> {
    for (const person of this.parties.members) written.heard.add(person);
    const { status, body } = await this.ask(this.mediator, 'POST', this.at('/minutes/present'), {}, undefined, this.parties);
    if (status !== 200) return;
    this.minutesId = (body.items as { id: string }[])[0]!.id;
    const by = this.random.pick([this.stage.cast.worker, this.speaker.respondent, this.speaker.beside]);
    const { canary } = this.parties.secret(by);
    await this.ask(by, 'POST', `/api/minutes/${this.minutesId}/object`, { remark: canary }, undefined, this.parties);
    for (const person of [...this.parties.members, ...this.some(2)]) {
      await this.look(person, this.random.pick([`/api/sessions/${this.sessionId}/minutes`, `/api/cases/${this.caseId}/papers/mediation_minutes/preview`]));
    }
    if (this.random.chance(0.1)) await this.look(this.someone(), `/api/minutes/${this.minutesId}/pdf`);
  }

  protected circle(...members: Person[]): Circle {
    return new Circle(this.stage.watch, members, this.sequence);
  }

  protected at(path: string): string {
    return `/api/sessions/${this.sessionId}${path}`;
  }

  /** @throws when it is refused: then this test has a wrong idea of what goes */
  protected async must(person: Person, method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.ask(person, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  }
}
