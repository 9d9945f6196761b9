import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Clock, Config, ContextRegistry, Mailer, OnEvent, SmsGateway } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { notified, type NotificationKind } from '../contract/index.js';
import { Notification } from './notification.entity.js';
import { wordNotification } from './wording.js';

/** What is worth an SMS; the rest waits in the inbox. */
const BY_SMS: readonly NotificationKind[] = ['lawyer_accepted', 'lawyer_returned', 'session_scheduled', 'session_24h', 'session_1h', 'agreement_ready', 'mediation_ending', 'escalation_status'];

/** Carries a notice to phone and mailbox. Each channel is marked when it took the message, so a retry sends only what is left. */
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
  async send({ notificationId }: { notificationId: string }): Promise<void> {
    const notifications = this.dataSource.getRepository(Notification);
    const n = await notifications.findOneByOrFail({ id: notificationId });
    const contact = await this.accounts.contactOf(n.accountId, 'notification');
    const text = wordNotification(this.registry, contact.locale, n);
    const link = `${this.config.publicUrl ?? ''}${n.link}`;
    if (contact.phone && BY_SMS.includes(n.kind) && !n.smsSentAt) {
      await this.sms.send(contact.phone, this.registry.text(contact.locale, 'notification.sms', { text, link }), n.id);
      await notifications.update({ id: n.id }, { smsSentAt: this.clock.now() });
    }
    if (contact.email && this.mailer.available && !n.mailSentAt) {
      await this.mailer.send({ to: contact.email, subject: this.registry.text(contact.locale, 'notification.mail_subject'), text: `${text}\n\n${link}`, key: n.id });
      await notifications.update({ id: n.id }, { mailSentAt: this.clock.now() });
    }
  }
}
