import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Clock, Config, ContextRegistry, Mailer, OnEvent, SmsGateway } from '@hejie/platform';
import type { Locale } from '@hejie/platform/contract';
import { DataSource } from 'typeorm';
import { notified, type NotificationKind } from '../contract/index.js';
import { Notification } from './notification.entity.js';
import { caseOf, wordNotification } from './wording.js';

/** What is worth an SMS; the rest waits in the inbox. */
const BY_SMS: readonly NotificationKind[] = [
  'lawyer_accepted',
  'lawyer_returned',
  'session_scheduled',
  'session_24h',
  'session_1h',
  'agreement_ready',
  'mediation_ending',
  'employer_silent',
  'escalation_status',
  'paid_after_contact',
  'group_invited',
  'group_share_ready',
  'sign_in_reset',
  'mentioned',
];

/**
 * Carries a notice to phone and mailbox, each a reaction of its own: one that is down holds the other
 * up neither now nor at the next try. A channel is marked when it took the message.
 */
@Injectable()
export class SendNotification {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly sms: SmsGateway,
    private readonly mailer: Mailer,
    private readonly registry: ContextRegistry,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @OnEvent(notified, 'reminders.send')
  async bySms({ notificationId }: { notificationId: string }): Promise<void> {
    const n = await this.find(notificationId);
    if (n.smsSentAt || !BY_SMS.includes(n.kind)) return;
    const { phone, locale } = await this.accounts.contactOf(n.accountId, 'notification');
    if (!phone) return;
    await this.sms.send(phone, this.registry.text(locale, 'notification.sms', this.worded(n, locale)), n.id);
    await this.dataSource.getRepository(Notification).update({ id: n.id }, { smsSentAt: this.clock.now() });
  }

  @OnEvent(notified, 'reminders.send-mail')
  async byMail({ notificationId }: { notificationId: string }): Promise<void> {
    const n = await this.find(notificationId);
    if (n.mailSentAt || !this.mailer.available) return;
    const { email, locale } = await this.accounts.contactOf(n.accountId, 'notification');
    if (!email) return;
    const { text, link } = this.worded(n, locale);
    await this.mailer.send({ to: email, subject: this.registry.text(locale, 'notification.mail_subject'), text: `${text}\n\n${link}`, key: n.id });
    await this.dataSource.getRepository(Notification).update({ id: n.id }, { mailSentAt: this.clock.now() });
  }

  private find(id: string): Promise<Notification> {
    return this.dataSource.getRepository(Notification).findOneByOrFail({ id });
  }

  private worded(n: Notification, locale: Locale): { text: string; link: string } {
    const text = wordNotification(this.registry, locale, n);
    // the number alone: what a case is about is nothing for whoever else reads this phone or mailbox
    const number = caseOf(n)?.number;
    return { text: number ? this.registry.text(locale, 'notification.of_case', { number, text }) : text, link: this.config.linkTo(n.link) };
  }
}
