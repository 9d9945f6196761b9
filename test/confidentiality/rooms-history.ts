import { UnitOfWork, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { History, Room } from './history.js';
import type { Person } from './people.js';

const KINDS = ['consult', 'joint', 'caucus_claimant', 'caucus_respondent'] as const;

/** Bare rooms in which anybody may be with anybody: more comings and goings than any session has. */
export class RoomsHistory extends History {
  constructor(
    private readonly caseId: string,
    ...of: ConstructorParameters<typeof History>
  ) {
    super(...of);
  }

  protected begin(): Promise<void> {
    return this.open();
  }

  protected turns(): (() => Promise<void>)[] {
    return [...this.talk(), () => this.open(), () => this.letIn(), () => this.putOut(), () => this.moveOver(), () => this.sayMeanwhile(), () => this.sayMeanwhile(), () => this.comeMeanwhile(), () => this.announce(), () => this.announce()];
  }

  /** Some look into a room once more. */
  protected async end(): Promise<void> {
    for (const person of this.some(3)) await this.pry(person);
  }

  protected things() {
    return { caseId: this.caseId };
  }

  private async open(): Promise<void> {
    const members = this.stage.cast.all.filter(() => this.random.chance(0.5));
    const kind = this.random.pick(KINDS);
    const id = await this.inTransaction((rooms, tx) => rooms.open(tx, { caseId: this.caseId, kind, members: members.map((m) => ({ accountId: m.accountId, relation: 'claimant' })) }));
    const room = new Room(this.stage.watch, id, members, this.sequence, `bare ${kind}`);
    this.rooms.push(room);
    await this.listen(room);
  }

  private async letIn(room = this.someRoom(), person = this.someone()): Promise<void> {
    room.letIn(person);
    await this.inTransaction((rooms, tx) => rooms.admit(tx, room.id, { accountId: person.accountId, relation: 'claimant' }));
  }

  /** Leaving, being removed and recusing oneself come to the same. */
  private async putOut(room = this.someRoom(), person = this.someone()): Promise<void> {
    await this.inTransaction((rooms, tx) => rooms.remove(tx, room.id, person.accountId));
    room.putOut(person);
  }

  private async moveOver(): Promise<void> {
    const person = this.someone();
    await this.putOut(this.someRoom(), person);
    await this.letIn(this.someRoom(), person);
  }

  /** A removal at the very moment of a message, or of looking in: who it puts out may have heard it or not; what is said then they do not hear. */
  private async sayMeanwhile(): Promise<void> {
    const room = this.someRoom();
    const [leaving, speaking] = [this.someone(), this.someone()];
    await Promise.all([this.say(room, speaking), this.random.chance(0.5) ? this.join(room, leaving) : this.pry(leaving, room), this.putOut(room, leaving)]);
    await this.say(room, this.random.pick([...room.members, speaking]));
  }

  /** Somebody comes, perhaps back, at the very moment of a message. */
  private async comeMeanwhile(): Promise<void> {
    const room = this.someRoom();
    const coming: Person = this.someone();
    await Promise.all([this.letIn(room, coming), this.say(room), this.join(room, coming)]);
  }

  /** A line of the system, mostly in the very transaction that puts somebody out: they do not hear it. */
  private async announce(): Promise<void> {
    const room = this.someRoom();
    const leaving = this.random.chance(0.7) ? this.random.pick([...room.members, this.someone()]) : undefined;
    const secret = room.secret(this.random.pick(this.stage.cast.all.filter((p) => p !== leaving)));
    if (leaving) secret.heard.delete(leaving);
    await this.inTransaction(async (rooms, tx) => {
      if (leaving) await rooms.remove(tx, room.id, leaving.accountId);
      await rooms.say(tx, room.id, secret.by.accountId, 'session.evidence_shown', { title: secret.canary });
    });
    if (!leaving) return;
    room.putOut(leaving);
  }

  private inTransaction<T>(work: (rooms: Rooms, tx: Tx) => Promise<T>): Promise<T> {
    const { app } = this.stage.t;
    return app.get(UnitOfWork).run((tx) => work(app.get(Rooms), tx));
  }
}
