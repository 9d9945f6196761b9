import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import type { Client, TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';
import type { Random } from './random.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const KINDS = ['consult', 'joint', 'caucus_claimant', 'caucus_respondent'] as const;

export interface Person {
  readonly client: Client;
  readonly name: string;
  /** On every process. */
  readonly sockets: readonly Socket[];
}

interface Room {
  readonly id: string;
  readonly members: Set<Person>;
  /** Everybody who was ever let in. */
  readonly met: Set<Person>;
  readonly secrets: Secret[];
}

interface Secret {
  /** A string that occurs nowhere else. */
  readonly canary: string;
  readonly mayKnow: Set<Person>;
  fileId?: string;
}

/** Something somebody received that they may not know. */
export interface Leak {
  readonly canary: string;
  readonly person: string;
  readonly through: string;
}

/**
 * Rooms with people who come, go, talk and pry, and a model of who may know what: whoever was in a
 * room when something was said, and whoever was let in for the first time later. Every word that
 * reaches somebody, through a frame or an answer, is held against it.
 */
export class World {
  readonly leaks: Leak[] = [];
  steps = 0;
  received = 0;
  private readonly secrets = new Map<string, Secret>();
  private rooms: Room[] = [];
  private counter = 0;

  constructor(
    private readonly app: TestApp,
    private readonly people: readonly Person[],
    private readonly caseId: string,
    private readonly random: Random,
    private readonly run: string,
  ) {
    for (const person of people) {
      for (const socket of person.sockets) socket.onAny((event: string, ...data: unknown[]) => this.hear(person, `frame ${event}`, JSON.stringify(data)));
    }
  }

  /** One history from new rooms to their end. */
  async sequence(length: number): Promise<void> {
    this.rooms = [];
    await this.createRoom();
    for (let i = 0; i < length; i++) {
      this.steps++;
      const step = this.random.pick([this.createRoom, this.letIn, this.putOut, this.moveOver, this.say, this.say, this.upload, this.sayWhileLeaving, this.join, this.pry, this.pry, this.pry, this.lookAround]);
      await step.call(this);
    }
    for (const person of this.people) await this.pryInto(person, this.random.pick(this.rooms));
  }

  /** For what reaches nobody in particular (logs, mails, texts): no secret may occur at all. */
  scan(through: string, text: string): void {
    for (const canary of text.match(CANARY) ?? []) this.leaks.push({ canary, person: 'anybody', through });
  }

  private hear(person: Person, through: string, text: string): void {
    this.received += text.length;
    for (const canary of text.match(CANARY) ?? []) {
      const secret = this.secrets.get(canary);
      if (secret && !secret.mayKnow.has(person)) this.leaks.push({ canary, person: person.name, through });
    }
  }

  private async createRoom(): Promise<void> {
    const members = this.people.filter(() => this.random.chance(0.5));
    const id = await this.inTransaction((rooms, tx) => rooms.open(tx, { caseId: this.caseId, kind: this.random.pick(KINDS), members: members.map((m) => ({ accountId: m.client.accountId, relation: 'claimant' })) }));
    this.rooms.push({ id, members: new Set(members), met: new Set(members), secrets: [] });
  }

  private async letIn(room = this.random.pick(this.rooms), person = this.random.pick(this.people)): Promise<void> {
    if (!room.met.has(person)) for (const secret of room.secrets) secret.mayKnow.add(person);
    room.met.add(person);
    room.members.add(person);
    await this.inTransaction((rooms, tx) => rooms.admit(tx, room.id, { accountId: person.client.accountId, relation: 'claimant' }));
  }

  /** Leaving, being removed and recusing oneself come to the same. */
  private async putOut(room = this.random.pick(this.rooms), person = this.random.pick(this.people)): Promise<void> {
    await this.inTransaction((rooms, tx) => rooms.remove(tx, room.id, person.client.accountId));
    room.members.delete(person);
  }

  private async moveOver(): Promise<void> {
    const person = this.random.pick(this.people);
    await this.putOut(this.random.pick(this.rooms), person);
    await this.letIn(this.random.pick(this.rooms), person);
  }

  private async say(room = this.random.pick(this.rooms), person = this.random.pick(this.people)): Promise<void> {
    const { canary } = this.secret(room, person);
    const message = { clientId: crypto.randomUUID(), kind: 'text', body: { text: `机密 ${canary}` } };
    const socket = this.random.pick(person.sockets);
    if (this.random.chance(0.5)) this.hear(person, 'ack of room.send', JSON.stringify(await socket.emitWithAck('room.send', { roomId: room.id, message })));
    else this.answer(person, 'POST messages', await person.client.post(`/api/rooms/${room.id}/messages`, message));
  }

  /** A removal at the very moment of a message: who it puts out may have heard it or not; nobody else may. */
  private async sayWhileLeaving(): Promise<void> {
    const room = this.random.pick(this.rooms);
    const leaving = this.random.pick(this.people);
    const speaking = this.random.pick(this.people);
    await Promise.all([this.say(room, speaking), this.putOut(room, leaving)]);
  }

  private async upload(): Promise<void> {
    const room = this.random.pick(this.rooms);
    const person = this.random.pick(this.people);
    const secret = this.secret(room, person);
    const bytes = Buffer.concat([PNG, Buffer.from(secret.canary)]);
    const { status, body } = await person.client.upload(`/api/rooms/${room.id}/files`, { name: `${secret.canary}.png`, type: 'image/png', bytes });
    if (status !== 201) return;
    secret.fileId = body.fileId;
    await person.client.post(`/api/rooms/${room.id}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId: body.fileId } });
  }

  private async join(): Promise<void> {
    const person = this.random.pick(this.people);
    for (const socket of person.sockets) {
      const roomId = this.random.pick(this.rooms).id;
      this.hear(person, 'ack of room.join', JSON.stringify(await socket.emitWithAck('room.join', { roomId, afterSeq: 0 })));
    }
  }

  private pry(): Promise<void> {
    return this.pryInto(this.random.pick(this.people), this.random.pick(this.rooms));
  }

  /** Tries one door of a room, whether one is in it or not. */
  private async pryInto(person: Person, room: Room): Promise<void> {
    const { client } = person;
    const doors = [
      () => client.get(`/api/rooms/${room.id}`),
      () => client.get(`/api/rooms/${room.id}/messages?limit=200`),
      () => client.get(`/api/rooms/${room.id}/messages?after=0&limit=200`),
      () => client.get(`/api/rooms/${room.id}/messages?at=2020-01-01T00:00:00Z`),
      () => client.get(`/api/rooms/${room.id}/search?q=${encodeURIComponent('机密')}`),
      () => client.get(`/api/rooms/${room.id}/search?q=canary`),
      () => client.delete(`/api/rooms/${room.id}/messages/${1 + this.random.below(3)}`),
      ...room.secrets.flatMap((s) => (s.fileId ? [() => client.get(`/api/rooms/${room.id}/files/${s.fileId}`)] : [])),
    ];
    const socket = this.random.pick(person.sockets);
    this.hear(person, 'ack of room.history', JSON.stringify(await socket.emitWithAck('room.history', { roomId: room.id })));
    this.hear(person, 'ack of room.typing', JSON.stringify(await socket.emitWithAck('room.typing', { roomId: room.id })));
    this.answer(person, 'a door of the room', await this.random.pick(doors)());
  }

  private async lookAround(): Promise<void> {
    const person = this.random.pick(this.people);
    for (const path of ['/api/rooms', `/api/rooms?caseId=${this.caseId}`, '/api/notifications', `/api/cases/${this.caseId}`, '/api/cases', `/api/cases/${this.caseId}/timeline`]) {
      this.answer(person, path, await person.client.get(path));
    }
  }

  private answer(person: Person, through: string, { body }: { body: unknown }): void {
    this.hear(person, through, Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body));
  }

  private secret(room: Room, by: Person): Secret {
    const canary = `canary-${this.run}-${String(this.counter++).padStart(8, '0')}`;
    const secret: Secret = { canary, mayKnow: new Set([by, ...room.members]) };
    this.secrets.set(canary, secret);
    room.secrets.push(secret);
    return secret;
  }

  private inTransaction<T>(work: (rooms: Rooms, tx: Parameters<Rooms['remove']>[0]) => Promise<T>): Promise<T> {
    return this.app.app.get(UnitOfWork).run((tx) => work(this.app.app.get(Rooms), tx));
  }
}

const CANARY = /canary-[0-9a-f]{8}-\d{8}/g;
