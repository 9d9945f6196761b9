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
const MINUTES = /[/_]minutes(\/|$)/;

/** A mediation session through its own doors: private talks, offers to one side, another mediator, another officer, the end, the minutes. */
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
    const room = (kind: string, members: Person[], of?: string) => new Room(this.stage.watch, rooms.find((r) => r.kind === kind && r.respondent === of)!.id, members, this.sequence);
    this.joint = room('joint', [worker, counsel, employer, beside, this.mediator]);
    this.caucuses = { claimant: room('caucus_claimant', [this.mediator]), respondent: room('caucus_respondent', [this.mediator]), beside: room('caucus_respondent', [this.mediator], this.besideId) };
    this.rooms = [this.joint, ...Object.values(this.caucuses), new Room(this.stage.watch, consultId, [worker, counsel], this.sequence)];
    this.sides = { claimant: this.circle(worker, counsel, this.mediator), respondent: this.circle(employer, this.mediator), beside: this.circle(beside, this.mediator) };
    this.parties = this.circle(worker, counsel, employer, beside, this.mediator);
    this.desk = this.circle(this.mediator);
    this.staff = this.circle(department, this.mediator);
    this.workerSide = this.circle(worker, counsel, department);
    for (const room of this.rooms) await this.listen(room);
  }

  protected turns(): (() => Promise<void>)[] {
    const place = () => this.place();
    return [...this.talk(), place, place, place, () => this.sayMeanwhile(), () => this.sayMeanwhile(), () => this.offer(), () => this.offer(), () => this.holdFloor(), () => this.changeMediator(), () => this.handOver(), () => this.draft(), () => this.lookAround()];
  }

  protected things(): Omit<Things, 'roomId' | 'fileId'> {
    return { caseId: this.caseId, sessionId: this.sessionId, minutesId: this.minutesId };
  }

  /** Where a mediator is in for as long as they are the case's. */
  protected mediatorsCircles(): Circle[] {
    return [this.joint, ...Object.values(this.caucuses), ...Object.values(this.sides), this.parties, this.desk, this.staff];
  }

  /** Where an officer is in for as long as the case is theirs. */
  protected officersCircles(): Circle[] {
    return [this.workerSide, this.staff];
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

  private async place(person = this.random.pick([this.stage.cast.worker, this.stage.cast.counsel, this.stage.cast.employer, this.stage.cast.beside]), to = this.random.pick(['joint', 'caucus', 'waiting'] as const)): Promise<void> {
    const { employer, beside } = this.stage.cast;
    const caucus = person === employer ? this.caucuses.respondent : person === beside ? this.caucuses.beside : this.caucuses.claimant;
    const into = to === 'joint' ? this.joint : to === 'caucus' ? caucus : undefined;
    into?.letIn(person);
    await this.must(this.mediator, 'POST', this.at('/place'), { accountId: person.accountId, to });
    for (const room of [this.joint, caucus]) if (room !== into) room.putOut(person);
    if (into) await this.join(into, person);
  }

  /** Something is said at the very moment of a move, and again when it is done. */
  private async sayMeanwhile(): Promise<void> {
    const room = this.someRoom();
    await Promise.all([this.place(), this.say(room), this.join(room)]);
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
    await this.ask(this.mediator, 'POST', this.at('/mute'), { accountId: this.random.pick([this.stage.cast.worker, this.stage.cast.employer, this.stage.cast.beside]).accountId, muted: this.random.chance(0.3) });
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
    for (const room of [this.joint, ...Object.values(this.caucuses)]) this.stage.watch.removed(from, room.id);
    for (const circle of circles) circle.putOut(from);
    await this.say(this.random.pick([this.joint, this.caucuses.claimant]), to);
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
    const by = this.random.pick([this.stage.cast.worker, this.stage.cast.employer, this.stage.cast.beside]);
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
