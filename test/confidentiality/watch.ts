import { pdfText } from '@hejie/test-kit';
import { strFromU8, unzipSync } from 'fflate';
import type { Person } from './people.js';

/** Words, or an amount of yuan as data have it (yuan or fen) and papers write it: 31000001, 3100000100, 31,000,001.00. */
const CANARY = /canary-[0-9a-f]{8}-\d{8}|(?<![\w.,-])31,?\d{3},?\d{3}(?:00|\.00)?(?![\w-])/g;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g;
/** What could hide words: as long as a canary is in base64. */
const BASE64 = /[A-Za-z0-9+/_-]{32,}/g;
const FIRST_AMOUNT = 31_000_000;
/** A removal is obeyed by every process within this. */
const OBEYED_MS = 5000;
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

  /**
   * Says so before it happens. Who comes for the first time may know what was said before, who was out not what was said meanwhile.
   * @param kept what is none of theirs although it was said before they came
   */
  letIn(person: Person, kept: (secret: Secret) => boolean = () => false): void {
    if (!this.met.has(person)) for (const secret of this.secrets) if (!kept(secret)) secret.heard.add(person);
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
  /** Where something was said or shown that was stored: how often, of a text and of a file. */
  readonly stored = new Map<string, number>();
  /** Somebody's socket and room -> since when the word that they are out of it is due. */
  private readonly due = new Map<string, number>();
  /** Those to whom the word came since they were let in the last time. */
  private readonly told = new Set<string>();
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
    for (const [at, socket] of person.sockets.entries()) {
      socket.onAny((event: string, ...data: unknown[]) => {
        this.frame(person, `frame ${event}`, JSON.stringify(data));
        if (event === 'room.removed') this.obeyed(wordOf(person, at, (data[0] as { roomId: string }).roomId));
      });
    }
  }

  /** Says that somebody's removal is committed: each of their sockets is to hear of it, unless they are let in again. */
  removed(person: Person, roomId: string): void {
    for (const at of person.sockets.keys()) {
      const word = wordOf(person, at, roomId);
      if (this.told.has(word)) this.obeyedAfter.push(0); // the word was faster than the answer to who removed them
      else this.due.set(word, Date.now());
    }
  }

  admitted(person: Person, roomId: string): void {
    for (const at of person.sockets.keys()) {
      this.due.delete(wordOf(person, at, roomId));
      this.told.delete(wordOf(person, at, roomId));
    }
  }

  private obeyed(word: string): void {
    const since = this.due.get(word);
    this.told.add(word);
    if (since === undefined) return;
    this.due.delete(word);
    this.obeyedAfter.push(Date.now() - since);
  }

  /** Of removals, those that came to a socket too late or, by now, not at all. */
  disobeyed(now = Date.now()): string[] {
    return [
      ...this.obeyedAfter.filter((ms) => ms > OBEYED_MS).map((ms) => `a socket heard of a removal after ${ms} ms`),
      ...[...this.due].filter(([, since]) => now - since > OBEYED_MS).map(([word, since]) => `${word} has not heard of the removal for ${now - since} ms`),
    ];
  }

  /** Resolves when every removal was obeyed, or none can be in time any more. */
  async obeyedByAll(): Promise<void> {
    while (this.due.size > 0 && this.disobeyed().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Says that something was stored. */
  keeps(where: string, what: 'text' | 'file'): void {
    this.stored.set(`${where} ${what}`, (this.stored.get(`${where} ${what}`) ?? 0) + 1);
  }

  frame(person: Person, through: string, text: string): void {
    for (const secret of this.found(text)) if (!secret.heard.has(person)) this.leak(secret, person.name, through);
  }

  /** @param also who else may read it through this very door, if they heard it */
  async answer(person: Person, through: string, since: number, { status, body, headers }: { status: number; body: unknown; headers?: Headers }, also?: Circle): Promise<void> {
    const text = `${await textOf(body)} ${headers ? JSON.stringify([...headers]) : ''}`;
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
    const encoded = (text.match(BASE64) ?? []).map((run) => Buffer.from(run, 'base64').toString('latin1')).join(' ');
    return [...this.plainIn(text), ...this.plainIn(encoded)];
  }

  private plainIn(text: string): Secret[] {
    return (text.match(CANARY) ?? []).flatMap((found) => this.secrets.get(found.startsWith('c') ? found : found.replaceAll(',', '').slice(0, String(FIRST_AMOUNT).length)) ?? []);
  }

  private leak({ canary, circle }: Secret, person: string, through: string): void {
    this.leaks.push({ sequence: circle.sequence, canary, person, through });
  }
}

const wordOf = (person: Person, at: number, roomId: string) => `${person.name}'s socket ${at} in ${roomId} of ${person.accountId}`;

async function textOf(body: unknown): Promise<string> {
  if (!Buffer.isBuffer(body)) return JSON.stringify(body) ?? '';
  // a paper breaks long words where its lines and cells end
  if (body.subarray(0, 5).toString('latin1') === '%PDF-') return (await pdfText(body)).replaceAll(/\s/g, '');
  // a Word document, or another archive: its tags may stand between two letters
  if (body.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return Object.entries(unzipSync(body)).map(([name, part]) => `${name} ${strFromU8(part).replaceAll(/<[^>]*>/g, '')}`).join(' ');
  return body.toString('latin1');
}
