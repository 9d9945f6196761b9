import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId, Outbox, UnitOfWork, Vault, type Tx } from '@hejie/platform';
import { codeRequested } from '../contract/index.js';
import { In } from 'typeorm';
import { refuse } from '../identity.refusals.js';
import { OneTimeCode, type CodePurpose } from './one-time-code.entity.js';

export const RESEND_SECONDS = 60;
const VALID_MS = 10 * 60_000;
const MAX_TRIES = 5;
const MAX_PER_DAY = 10;
/** What anybody can have sent to a phone that is not theirs: it must not use up the codes its holder signs with. */
const ASKED_BY_ANYBODY: readonly CodePurpose[] = ['sign_in', 'change_phone_new'];
/** How far back codes count towards a phone's daily limit; none is of use after that. */
export const PACE_MS = 24 * 3_600_000;

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

/** Six digits, single use, five tries, ten minutes; one a minute for one purpose; to one phone ten a day of those anybody can ask for, and ten its holder asks for signed in. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Makes a code and has it sent after commit. @throws CODE_TOO_SOON, CODE_DAILY_LIMIT */
  async issue({ phone, purpose, subject }: CodeTarget): Promise<{ resendAfter: number }> {
    const phoneIndex = this.vault.blindIndex('account.phone', phone);
    await this.work.serialised(`code:${phoneIndex}`, async (tx) => {
      const now = this.clock.now();
      await this.checkPace(tx, phoneIndex, purpose, now);
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const id = newId();
      await tx.insert(OneTimeCode, {
        id,
        phoneIndex,
        phoneSealed: this.vault.seal('code.phone', phone),
        purpose,
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
   * Uses up the newest code of the target. A wrong guess counts and stays counted, so the check
   * commits by itself. @throws CODE_INVALID for a wrong, used, expired, worn-out or never-sent code alike
   */
  consume(target: CodeTarget, code: string): Promise<void> {
    return this.consumeAll([{ target, code }]);
  }

  /** Uses all of several codes up, or none: a slip in one leaves the others good. @throws CODE_INVALID */
  async consumeAll(given: readonly { target: CodeTarget; code: string }[]): Promise<void> {
    const wanted = given.map(({ target: { phone, purpose, subject }, code }) => ({ phoneIndex: this.vault.blindIndex('account.phone', phone), purpose, subject, code }));
    const right = await this.work.serialised(wanted.map((w) => `code:${w.phoneIndex}`), async (tx) => {
      const now = this.clock.now();
      const used: string[] = [];
      for (const { code, ...target } of wanted) {
        const newest = await tx.findOne(OneTimeCode, { where: target, order: { createdAt: 'DESC', id: 'DESC' } });
        if (!newest || newest.usedAt || newest.tries >= MAX_TRIES || hasExpired(newest, now)) continue;
        if (timingSafeEqual(Buffer.from(newest.codeHash), Buffer.from(this.hash(newest.id, code)))) used.push(newest.id);
        else await tx.increment(OneTimeCode, { id: newest.id }, 'tries', 1);
      }
      if (used.length < wanted.length) return false;
      await tx.update(OneTimeCode, { id: In(used) }, { usedAt: now, codeSealed: null });
      return true;
    });
    if (!right) throw refuse('CODE_INVALID');
  }

  /** The minute counts for one purpose, the day for those anybody can ask for and for the others apart: signing waits for neither. */
  private async checkPace(tx: Tx, phoneIndex: string, purpose: CodePurpose, now: Date): Promise<void> {
    const recent = await tx
      .createQueryBuilder(OneTimeCode, 'c')
      .where('c.phone_index = :phoneIndex and c.created_at > :since', { phoneIndex, since: new Date(now.getTime() - PACE_MS) })
      .orderBy('c.created_at', 'DESC')
      .getMany();
    const last = recent.find((c) => c.purpose === purpose);
    const wait = last ? RESEND_SECONDS - (now.getTime() - last.createdAt.getTime()) / 1000 : 0;
    if (wait > 0) throw refuse('CODE_TOO_SOON', { params: { seconds: Math.ceil(wait) }, retryAfter: wait });
    const alike = recent.filter((c) => ASKED_BY_ANYBODY.includes(c.purpose) === ASKED_BY_ANYBODY.includes(purpose));
    if (alike.length >= MAX_PER_DAY) {
      throw refuse('CODE_DAILY_LIMIT', { retryAfter: (alike.at(-1)!.createdAt.getTime() + PACE_MS - now.getTime()) / 1000 });
    }
  }

  /** Keyed, so that a stolen table does not give away a million possible codes. */
  private hash(id: string, code: string): string {
    return this.vault.blindIndex('code', `${id}:${code}`);
  }
}
