import type { Message } from '@hejie/rooms/contract';
import type { Answer, TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';
import { addressOf, type Things } from './doors.js';
import type { Cast, Person } from './people.js';
import type { Random } from './random.js';
import { Circle, type Secret, type Watch } from './watch.js';

/** What a secret stands behind in a file: a picture of one dot. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** No ack takes so long on the slowest machine; one that never comes is a fault and not a wait for ever. */
const ACK_MS = 30_000;

/** Compressed answers would be unpacked again, thousands of them. */
const PLAIN = { 'accept-encoding': 'identity' };

/** A room and who is in it. */
export class Room extends Circle {
  /** @param kind what it is called where it is counted */
  constructor(watch: Watch, readonly id: string, members: Iterable<Person>, sequence: number, readonly kind: string) {
    super(watch, members, sequence);
  }

  override letIn(person: Person, kept?: (secret: Secret) => boolean): void {
    super.letIn(person, kept);
    if (this.id) this.watch.admitted(person, this.id); // not yet while it is made
  }

  override putOut(person: Person): void {
    const wasIn = this.members.has(person);
    super.putOut(person);
    if (wasIn) this.watch.removed(person, this.id);
  }
}

export interface Stage {
  readonly t: TestApp;
  readonly cast: Cast;
  readonly watch: Watch;
  readonly doors: readonly string[];
  /** How many of the api processes people talk to. */
  readonly processes: number;
}

/** A piece of life around rooms, drawn by chance: what people say, where they look, who comes and goes. */
export abstract class History {
  protected rooms: Room[] = [];
  steps = 0;

  constructor(
    protected readonly stage: Stage,
    protected readonly random: Random,
    protected readonly sequence: number,
  ) {}

  /** Everything from the beginning to the end. @returns the ids of its rooms */
  async play(length: number): Promise<string[]> {
    await this.begin();
    for (; this.steps < length; this.steps++) await this.random.pick(this.turns())();
    await this.end();
    return this.rooms.map((r) => r.id);
  }

  protected abstract begin(): Promise<void>;
  /** What may happen next. */
  protected abstract turns(): (() => Promise<void>)[];
  protected abstract end(): Promise<void>;
  protected abstract things(): Omit<Things, 'roomId' | 'fileId'>;

  /** What can happen in any room. */
  protected talk(): (() => Promise<void>)[] {
    return [() => this.say(), () => this.say(), () => this.say(), () => this.upload(), () => this.withdraw(), () => this.join(), () => this.join(), () => this.pry(), () => this.pry(), () => this.pry(), () => this.call(), () => this.lookAround(), () => this.stumble()];
  }

  protected someone(): Person {
    return this.random.pick(this.stage.cast.all);
  }

  protected someRoom(): Room {
    return this.random.pick(this.rooms);
  }

  /** Over a socket or HTTP, now and then as an answer to something said before. */
  protected async say(room = this.someRoom(), person = this.someone()): Promise<void> {
    const secret = room.secret(person);
    const quote = this.random.chance(0.2) ? room.secrets.find((s) => s.seq && s.heard.has(person))?.seq : undefined;
    const message = { clientId: crypto.randomUUID(), kind: 'text', body: { text: `机密 ${secret.canary}`, ...(quote ? { quote } : {}) } };
    const overSocket = this.random.chance(0.5);
    const sent = overSocket ? (await this.emit(person, 'room.send', { roomId: room.id, message })).data : (await this.ask(person, 'POST', `/api/rooms/${room.id}/messages`, message)).body;
    if (!sent?.seq) return;
    secret.seq = sent.seq as number;
    this.stage.watch.keeps(room.kind, 'text');
  }

  protected async upload(room = this.someRoom(), person = this.someone()): Promise<void> {
    const secret = room.secret(person);
    const form = new FormData();
    form.append('file', new Blob([PNG, Buffer.from(secret.canary)], { type: 'image/png' }), `${secret.canary}.png`);
    const oneself = new Circle(this.stage.watch, [person], this.sequence); // the answer repeats the name to whoever gave it, member or not
    const { status, body } = await this.ask(person, 'POST', `/api/rooms/${room.id}/files`, form, undefined, oneself);
    if (status !== 201) return;
    secret.fileId = body.fileId as string;
    const sent = await this.ask(person, 'POST', `/api/rooms/${room.id}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId: body.fileId } });
    if (sent.status !== 201) return;
    secret.seq = sent.body.seq as number;
    this.stage.watch.keeps(room.kind, 'file');
  }

  /** Its sender takes something back; from then on nobody is shown it. */
  protected async withdraw(room = this.someRoom()): Promise<void> {
    const said = room.secrets.filter((s) => s.seq && room.members.has(s.by));
    if (said.length === 0) return;
    const secret = this.random.pick(said);
    const { status } = await this.ask(secret.by, 'DELETE', `/api/rooms/${room.id}/messages/${secret.seq}`);
    if (status === 204) secret.withdrawnAt ??= this.stage.watch.next();
  }

  /** Those who are in listen, on every process. */
  protected async listen(room: Room): Promise<void> {
    await Promise.all([...room.members].map((person) => this.join(room, person)));
  }

  protected async join(room = this.someRoom(), person = this.someone()): Promise<void> {
    await Promise.all(Array.from({ length: this.stage.processes }, (_, at) => this.emit(person, 'room.join', { roomId: room.id, afterSeq: 0 }, at)));
  }

  /** Two people try to call each other in a room; what their windows say goes to the two alone. */
  protected async call(room = this.someRoom()): Promise<void> {
    const [one, other] = [this.someone(), this.someone()];
    const [from, to] = [this.someProcess(), this.someProcess()];
    for (const [person, at] of [[one, from], [other, to]] as const) {
      await this.emit(person, 'room.join', { roomId: room.id, afterSeq: 0 }, at);
      await this.emit(person, 'call.join', { roomId: room.id }, at);
    }
    const { canary } = this.stage.watch.secret({ by: one, heard: new Set([one, ...(room.everMet(other) ? [other] : [])]), circle: room });
    await this.emit(one, 'call.signal', { roomId: room.id, to: other.sockets[to]!.id, signal: { description: { type: 'offer', sdp: canary } } }, from);
    for (const [person, at] of [[one, from], [other, to]] as const) if (this.random.chance(0.7)) await this.emit(person, 'call.leave', { roomId: room.id }, at);
  }

  /** Tries one door of a room, whether one is in it or not. */
  protected async pry(person = this.someone(), room = this.someRoom()): Promise<void> {
    const secret = room.secrets.length ? this.random.pick(room.secrets) : undefined;
    const at = `/api/rooms/${room.id}`;
    const tries = [
      () => this.ask(person, 'GET', at),
      () => this.ask(person, 'GET', `${at}/messages?limit=200`),
      () => this.ask(person, 'GET', `${at}/messages?after=0&limit=200`),
      () => this.ask(person, 'GET', `${at}/messages?at=2020-01-01T00:00:00Z`),
      () => this.ask(person, 'GET', `${at}/search?q=${encodeURIComponent('机密')}`),
      () => this.ask(person, 'GET', `${at}/search?q=${secret?.canary ?? 'canary'}`),
      () => this.ask(person, 'DELETE', `${at}/messages/${1 + this.random.below(3)}`, undefined, (answer) => this.tookBack(room, person, answer)),
      () => this.emit(person, 'room.history', { roomId: room.id }),
      () => this.emit(person, 'room.typing', { roomId: room.id }),
      () => this.emit(person, 'room.delivered', { roomId: room.id, seq: 1 }),
      ...(secret?.fileId ? [() => this.ask(person, 'GET', `${at}/files/${secret.fileId}`), () => this.ask(person, 'POST', `${at}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId: secret.fileId } })] : []),
    ];
    await this.random.pick(tries)();
  }

  /** What was prying and turned out to be one's own message. */
  private tookBack(room: Room, person: Person, { status, path }: { status: number; path: string }): void {
    if (status !== 204) return;
    const seq = Number(path.split('/').at(-1));
    for (const s of room.secrets) if (s.by === person && s.seq === seq) s.withdrawnAt ??= this.stage.watch.next();
  }

  /** Any door of the product, with the things of this history in its address. */
  protected async lookAround(person = this.someone()): Promise<void> {
    const room = this.someRoom();
    const things: Things = { ...this.things(), roomId: room.id, fileId: room.secrets.find((s) => s.fileId)?.fileId };
    await this.look(person, addressOf(this.random.pick(this.stage.doors), things));
  }

  protected look(person: Person, address: string): Promise<unknown> {
    return this.ask(person, 'GET', address);
  }

  /** What goes wrong has a page too, and a line in a log: bad input, with words in it that were meant for the room, unknown doors, things that are not there. */
  protected async stumble(person = this.someone()): Promise<void> {
    const room = this.someRoom();
    const { canary } = new Circle(this.stage.watch, [person], this.sequence).secret(person);
    const message = { clientId: this.id(), kind: 'text', body: { text: canary } };
    const file = new FormData();
    file.append('file', new Blob([Buffer.from(`MZ ${canary}`)], { type: 'application/x-msdownload' }), `${canary}.exe`);
    const tries = [
      () => this.ask(person, 'POST', `/api/rooms/${room.id}/messages`, { ...message, clientId: canary }),
      () => this.ask(person, 'POST', `/api/rooms/${room.id}/messages`, { ...message, [canary]: canary }),
      () => this.ask(person, 'POST', `/api/rooms/${room.id}/messages`, { ...message, body: { text: `${canary}\0` } }),
      () => this.ask(person, 'POST', `/api/rooms/${room.id}/messages`, canary),
      () => this.ask(person, 'POST', `/api/rooms/${room.id}/files`, file),
      () => this.ask(person, 'GET', `/api/rooms/${room.id}/search?q=${canary.repeat(20)}`),
      () => this.emit(person, 'room.send', { roomId: room.id, message: { ...message, body: { text: canary.repeat(400) } } }),
      () => this.emit(person, 'room.send', { roomId: room.id, message: { ...message, body: { text: canary, quote: canary } } }),
      () => this.emit(person, 'room.send', { roomId: canary, message }),
      () => this.emit(person, 'call.signal', { roomId: room.id, to: canary, signal: { description: { type: canary, sdp: canary } } }),
      () => this.ask(person, 'POST', `/api/rooms/${room.id}/messages`, { clientId: 'no id', kind: 'text' }),
      () => this.ask(person, 'GET', `/api/rooms/${room.id}/messages?limit=10000`),
      () => this.ask(person, 'GET', `/api/rooms/${room.id}/nowhere`),
      () => this.ask(person, 'GET', `/rooms/${room.id}`),
      () => this.ask(person, 'PUT', `/api/rooms/${room.id}/read`, { seq: -1 }),
      () => this.emit(person, 'room.send', { roomId: room.id, message: {} }),
      () => this.emit(person, 'room.join', { roomId: room.id, afterSeq: -1 }),
    ];
    await this.random.pick(tries)();
  }

  /** With two, more often the second: the first also plays the people. */
  protected someProcess(): number {
    return this.stage.processes === 1 || this.random.chance(0.3) ? 0 : 1;
  }

  /** Asks a door of some process and holds the answer against what the asker may know. */
  protected async ask(person: Person, method: string, path: string, body?: unknown, then?: (answer: { status: number; path: string }) => void, also?: Circle): Promise<Answer> {
    const since = this.stage.watch.next();
    const answer = await person.clients[this.someProcess()]!.send(method, path, body, PLAIN);
    then?.({ status: answer.status, path });
    await this.stage.watch.answer(person, `${method} ${path}`, since, answer, also);
    return answer;
  }

  protected async emit(person: Person, event: string, payload: object, at = this.someProcess()): Promise<{ ok: boolean; data?: { seq?: number; messages?: Message[] } }> {
    const since = this.stage.watch.next();
    const socket: Socket = person.sockets[at]!;
    const ack = await socket.timeout(ACK_MS).emitWithAck(event, payload);
    await this.stage.watch.answer(person, `ack of ${event}`, since, { status: ack.ok ? 200 : (ack.problem?.status ?? 500), body: ack });
    return ack;
  }

  /** A few of all. */
  protected some(n: number): Person[] {
    return Array.from({ length: n }, () => this.someone());
  }

  protected id(): string {
    return crypto.randomUUID();
  }

  protected somethingSaid(room: Room): Secret | undefined {
    const said = room.secrets.filter((s) => s.seq);
    return said.length ? this.random.pick(said) : undefined;
  }
}
