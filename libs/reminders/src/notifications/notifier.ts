import { Injectable } from '@nestjs/common';
import { CaseReader } from '@hejie/cases';
import { AccountNews, Clock, newId, Outbox, type Tx } from '@hejie/platform';
import { notified, NOTIFICATIONS_CHANGED, type NotificationKind } from '../contract/index.js';
import { Notification } from './notification.entity.js';

export interface Notice {
  readonly accountId: string;
  /** Names the occasion, e.g. the event's or the reminder's id. */
  readonly key: string;
  readonly kind: NotificationKind;
  readonly params?: Record<string, string>;
  /** The case it is about, to be named to the reader. Left out where they may know nothing of it yet. */
  readonly caseId?: string;
  readonly link: string;
  /** Into the inbox only, by no other channel: they are where it happened. */
  readonly quiet?: boolean;
}

/** Puts notices into people's inboxes, each once however often a job runs. */
@Injectable()
export class Notifier {
  constructor(
    private readonly cases: CaseReader,
    private readonly outbox: Outbox,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  async notify(tx: Tx, { caseId, params, quiet, ...notice }: Notice): Promise<void> {
    const id = newId();
    const label = caseId ? await this.cases.label(tx, caseId) : null;
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Notification)
      .values({ id, ...notice, params: { ...params, ...(label ? { caseNumber: label.number, caseType: label.type } : {}) }, at: this.clock.now(), readAt: null, smsSentAt: null, mailSentAt: null })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return;
    if (!quiet) await this.outbox.put(tx, notified, { notificationId: id });
    await this.news.ring(tx, notice.accountId, NOTIFICATIONS_CHANGED);
  }
}
