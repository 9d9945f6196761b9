import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId, Outbox, UnitOfWork, Vault, type Tx } from '@hejie/platform';
import { codeRequested } from '../contract/index.js';
import { In } from 'typeorm';
import { refuse } from '../identity.refusals.js';
import type { CodeAsker } from './code-asker.js';
import { guessesOfStrangers, PACE_MS, secondsToWait, sentForAnybody } from './code-pace.js';
import { KnownDevice } from './known-device.entity.js';
import { OneTimeCode, type CodePurpose } from './one-time-code.entity.js';

export const RESEND_SECONDS = 60;
const VALID_MS = 10 * 60_000;
const MAX_TRIES = 5;
/** As many wrong guesses of strangers at one phone's codes in a day are no slips: from then on its codes are longer, and go on being sent. */
const WARY_AFTER = 20;
const DIGITS = { usual: 6, wary: 8 } as const;

/** What a code is for: a phone, a purpose and, for confirmations, the thing confirmed. */
export interface CodeTarget {
  /** E.164 */
  readonly phone: string;
  readonly purpose: CodePurpose;
  readonly subject: string;
}

/** Whether a code is too old to be used. */
export function hasExpired(code: Pick<OneTimeCode, 'createdAt'>, now: Date): boolean {
  return now.getTime() - code.createdAt.getTime() > VALID_MS;
}

/**
 * Six digits (eight while somebody guesses at the phone's codes), single use, ten minutes, five tries for who asked and five for everybody else. How soon the next may be asked for says `secondsToWait`. A code is
 * good wherever it is entered: who cannot ask because strangers keep asking enters what these had sent.
 */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Makes a code and has it sent after commit. @throws CODE_TOO_SOON, CODE_TOO_OFTEN */
  async issue({ phone, purpose, subject }: CodeTarget, asker: CodeAsker): Promise<{ resendAfter: number }> {
    const phoneIndex = this.vault.blindIndex('account.phone', phone);
    await this.work.serialised(`code:${phoneIndex}`, async (tx) => {
      const now = this.clock.now();
      const askedBy = this.nameOf(asker);
      const known = await tx.existsBy(KnownDevice, { phoneIndex, deviceIndex: askedBy });
      const asked = { purpose, askedBy, askedFrom: this.vault.blindIndex('code.asked_from', asker.from), known };
      const recent = await this.recent(tx, phoneIndex, now);
      checkPace(recent, asked, now);
      const digits = guessesOfStrangers(recent) >= WARY_AFTER && sentForAnybody(purpose) ? DIGITS.wary : DIGITS.usual;
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      const id = newId();
      await tx.insert(OneTimeCode, {
        id,
        phoneIndex,
        phoneSealed: this.vault.seal('code.phone', phone),
        ...asked,
        subject,
        codeHash: this.hash(id, code),
        codeSealed: this.vault.seal('code.code', code),
        createdAt: now,
        usedAt: null,
      });
      await this.outbox.put(tx, codeRequested, { codeId: id });
    });
    return { resendAfter: RESEND_SECONDS };
  }

  /**
   * Uses up a code of the target: the newest, or the newest that this asker had sent. A wrong guess counts and stays counted, so the check
   * commits by itself. @throws CODE_INVALID for a wrong, used, expired, worn-out or never-sent code alike
   */
  consume(target: CodeTarget, code: string, asker: CodeAsker): Promise<void> {
    return this.consumeAll([{ target, code }], asker);
  }

  /** Uses all of several codes up, or none: a slip in one leaves the others good. @throws CODE_INVALID */
  async consumeAll(given: readonly { target: CodeTarget; code: string }[], asker: CodeAsker): Promise<void> {
    const wanted = given.map(({ target: { phone, purpose, subject }, code }) => ({ phoneIndex: this.vault.blindIndex('account.phone', phone), purpose, subject, code }));
    const askedBy = this.nameOf(asker);
    const right = await this.work.serialised(wanted.map((w) => `code:${w.phoneIndex}`), async (tx) => {
      const now = this.clock.now();
      const used: string[] = [];
      for (const { code, ...target } of wanted) {
        const good = await this.candidates(tx, target, askedBy, now);
        const hit = good.find((c) => timingSafeEqual(Buffer.from(c.codeHash), Buffer.from(this.hash(c.id, code))));
        if (hit) used.push(hit.id);
        else for (const c of good) await tx.increment(OneTimeCode, { id: c.id }, c.askedBy === askedBy ? 'tries' : 'triesOfOthers', 1);
      }
      if (used.length < wanted.length) return false;
      await tx.update(OneTimeCode, { id: In(used) }, { usedAt: now, codeSealed: null });
      for (const { phoneIndex, purpose } of wanted) if (purpose === 'sign_in') await tx.upsert(KnownDevice, { phoneIndex, deviceIndex: askedBy, seenAt: now }, ['phoneIndex', 'deviceIndex']);
      return true;
    });
    if (!right) throw refuse('CODE_INVALID');
  }

  /** What the asker may try: the newest code of a target, and the newest that they asked for themselves, which strangers can neither replace nor wear out. */
  private async candidates(tx: Tx, target: Pick<OneTimeCode, 'phoneIndex' | 'purpose' | 'subject'>, askedBy: string, now: Date): Promise<OneTimeCode[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    const newest = await tx.findOne(OneTimeCode, { where: target, order });
    const own = newest && newest.askedBy !== askedBy ? await tx.findOne(OneTimeCode, { where: { ...target, askedBy }, order }) : null;
    return [newest, own].filter((c) => c !== null).filter((c) => !c.usedAt && !hasExpired(c, now) && (c.askedBy === askedBy ? c.tries : c.triesOfOthers) < MAX_TRIES);
  }

  /** Codes of the past day to a phone, the newest first. */
  private recent(tx: Tx, phoneIndex: string, now: Date): Promise<OneTimeCode[]> {
    return tx
      .createQueryBuilder(OneTimeCode, 'c')
      .where('c.phone_index = :phoneIndex and c.created_at > :since', { phoneIndex, since: new Date(now.getTime() - PACE_MS) })
      .orderBy('c.created_at', 'DESC')
      .getMany();
  }

  private nameOf(asker: CodeAsker): string {
    return this.vault.blindIndex('code.asked_by', asker.name);
  }

  /** Keyed, so that a stolen table does not give away a million possible codes. */
  private hash(id: string, code: string): string {
    return this.vault.blindIndex('code', `${id}:${code}`);
  }
}

function checkPace(recent: readonly OneTimeCode[], asked: Pick<OneTimeCode, 'purpose' | 'askedBy' | 'askedFrom' | 'known'>, now: Date): void {
  const wait = secondsToWait(recent, asked, now);
  if (wait > RESEND_SECONDS) throw refuse('CODE_TOO_OFTEN', { params: { minutes: Math.ceil(wait / 60) }, retryAfter: wait });
  if (wait > 0) throw refuse('CODE_TOO_SOON', { params: { seconds: Math.ceil(wait) }, retryAfter: wait });
}
