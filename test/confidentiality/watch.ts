import { pdfText } from '@hejie/test-kit';
import type { Person } from './people.js';

/** Words, or an amount of yuan as data have it (yuan or fen) and papers write it: 31000001, 3100000100, 31,000,001.00. */
const CANARY = /canary-[0-9a-f]{8}-\d{8}|(?<![\w.,-])31,?\d{3},?\d{3}(?:00|\.00)?(?![\w-])/g;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g;
const FIRST_AMOUNT = 31_000_000;
let amounts = 0;

/** A string that occurs nowhere else, said to some people. */
export interface Secret {
  readonly canary: string;
  readonly by: Person;
  /** Who heard it or was let in later for the first time: nobody else ever gets it, by no way. */
  readonly heard: Set<Person>;
  circle: Circle;
  /** Of a message: its place in the room's log, once it is stored. */
  seq?: number;
  fileId?: string;
  withdrawnAt?: number;
}

/** Something somebody received that they may not know. */
export interface Leak {
  readonly sequence: number;
  readonly canary: string;
  readonly person: string;
  readonly through: string;
}

/** People who may know the same at the moment: those in a room, a side, those who serve a case. */
export class Circle {
  readonly members = new Set<Person>();
  readonly secrets: Secret[] = [];
  private readonly met = new Set<Person>();
  private readonly outAt = new Map<Person, number>();

  constructor(
    readonly watch: Watch,
    members: Iterable<Person>,
    readonly sequence: number,
  ) {
    for (const person of members) this.letIn(person);
  }

  /** Says so before it happens. Who comes for the first time may know what was said before, who was out not what was said meanwhile. */
  letIn(person: Person): void {
    if (!this.met.has(person)) for (const secret of this.secrets) secret.heard.add(person);
    this.met.add(person);
    this.members.add(person);
  }

  /** Says so after it happened. */
  putOut(person: Person): void {
    if (this.members.delete(person)) this.outAt.set(person, this.watch.next());
  }

  everMet(person: Person): boolean {
    return this.met.has(person);
  }

  /** Whether an answer to a question asked at `since` may show what is said here. */
  shows(person: Person, since: number): boolean {
    return this.members.has(person) || (this.outAt.get(person) ?? -1) > since;
  }

  /** Something new, said by somebody to whoever is in. */
  secret(by: Person): Secret {
    const secret = this.watch.secret({ by, heard: new Set([by, ...this.members]), circle: this });
    this.secrets.push(secret);
    return secret;
  }

  /** A sum of money that occurs nowhere else. @returns yuan */
  amount(by: Person): number {
    const secret = this.watch.secret({ by, heard: new Set([by, ...this.members]), circle: this }, String(FIRST_AMOUNT + amounts++));
    this.secrets.push(secret);
    return Number(secret.canary);
  }

  /** What was kept to fewer is for these people now. Says so before it happens. */
  takeIn(secret: Secret): void {
    this.secrets.push(secret);
    secret.circle = this;
    for (const person of this.members) secret.heard.add(person);
  }
}

/**
 * Knows every secret and who may know it, and holds everything against it that somebody receives. A
 * frame may be on its way when its hearer is put out; an answer to a question asked afterwards shows
 * nothing of the room any more, and nothing that was taken back.
 */
export class Watch {
  readonly leaks: Leak[] = [];
  /** Answers that are nobody's fault but ours. */
  readonly faults: string[] = [];
  /** Doors that showed somebody a secret who may know it, without the ids in them. */
  readonly shown = new Set<string>();
  /** Characters that reached somebody. */
  received = 0;
  /** Milliseconds from each removal's commit to the word of it at each of the person's sockets, on every process. */
  readonly obeyedAfter: number[] = [];
  private readonly removals = new Map<string, number>();
  private readonly secrets = new Map<string, Secret>();
  private clock = 0;

  /** @param run eight hexadecimal digits that tell this run's secrets from others */
  constructor(private readonly run: string) {}

  /** An ever growing number, the order of what happens. */
  next(): number {
    return ++this.clock;
  }

  secret(of: Omit<Secret, 'canary'>, canary = `canary-${this.run}-${String(this.secrets.size).padStart(8, '0')}`): Secret {
    const secret = { canary, ...of };
    this.secrets.set(secret.canary, secret);
    return secret;
  }

  /** Listens to all that a person's sockets ever get. */
  listen(person: Person): void {
    for (const socket of person.sockets) {
      socket.onAny((event: string, ...data: unknown[]) => {
        this.frame(person, `frame ${event}`, JSON.stringify(data));
        if (event === 'room.removed') this.obeyed(person, data[0] as { roomId: string });
      });
    }
  }

  /** Says that somebody's removal is committed. */
  removed(person: Person, roomId: string): void {
    this.removals.set(`${roomId}${person.accountId}`, Date.now());
  }

  private obeyed(person: Person, { roomId }: { roomId: string }): void {
    const at = this.removals.get(`${roomId}${person.accountId}`);
    if (at !== undefined) this.obeyedAfter.push(Date.now() - at);
  }

  frame(person: Person, through: string, text: string): void {
    for (const secret of this.found(text)) if (!secret.heard.has(person)) this.leak(secret, person.name, through);
  }

  /** @param also who else may read it through this very door, if they heard it */
  async answer(person: Person, through: string, since: number, { status, body, headers }: { status: number; body: unknown; headers?: Headers }, also?: Circle): Promise<void> {
    const text = `${await textOf(body)} ${headers?.get('content-disposition') ?? ''}`;
    if (status >= 500) this.faults.push(`${through} answered ${status}: ${text.slice(0, 300)}`);
    for (const secret of this.found(text)) {
      const shown = secret.circle.shows(person, since) || also?.shows(person, since);
      const gone = secret.withdrawnAt !== undefined && secret.withdrawnAt < since && !(secret.fileId && secret.by === person);
      if (!secret.heard.has(person) || !shown || gone) this.leak(secret, person.name, gone ? `${through}, after it was taken back` : through);
      else this.shown.add(through.replaceAll(ID, '{}'));
    }
  }

  /** For what reaches nobody in particular (logs, mails, texts): no secret may occur at all. */
  scan(through: string, text: string): void {
    for (const secret of this.secretsIn(text)) this.leak(secret, 'anybody', through);
  }

  private found(text: string): Secret[] {
    this.received += text.length;
    return this.secretsIn(text);
  }

  private secretsIn(text: string): Secret[] {
    return (text.match(CANARY) ?? []).flatMap((found) => this.secrets.get(found.startsWith('c') ? found : found.replaceAll(',', '').slice(0, String(FIRST_AMOUNT).length)) ?? []);
  }

  private leak({ canary, circle }: Secret, person: string, through: string): void {
    this.leaks.push({ sequence: circle.sequence, canary, person, through });
  }
}

async function textOf(body: unknown): Promise<string> {
  if (!Buffer.isBuffer(body)) return JSON.stringify(body) ?? '';
  // a paper breaks long words where its lines and cells end
  return body.subarray(0, 5).toString('latin1') === '%PDF-' ? (await pdfText(body)).replaceAll(/\s/g, '') : body.toString('latin1');
}
