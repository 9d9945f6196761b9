import { Body, Controller, Get, Headers, Put } from '@nestjs/common';
import { AccountNews, Answers, Clock, ContextRegistry, negotiateLocale, Permit, UnitOfWork, Who, type Actor } from '@hejie/platform';
import { DataSource, IsNull, LessThanOrEqual } from 'typeorm';
import { markNotificationsSchema, notificationsSchema, NOTIFICATIONS_CHANGED, type MarkNotifications } from '../contract/index.js';
import { Notification } from './notification.entity.js';
import { caseOf, wordNotification } from './wording.js';

@Controller('api/notifications')
export class NotificationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: ContextRegistry,
    private readonly work: UnitOfWork,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('reminders.inbox.read')
  @Answers(notificationsSchema)
  async list(@Who() actor: Actor, @Headers('accept-language') language: string | undefined) {
    const inbox = this.dataSource.getRepository(Notification);
    const rows = await inbox.find({ where: { accountId: actor.accountId }, order: { at: 'DESC', id: 'DESC' }, take: 100 });
    const locale = negotiateLocale(language);
    return {
      items: rows.map((n) => ({ id: n.id, kind: n.kind, text: wordNotification(this.registry, locale, n), about: caseOf(n), link: n.link, at: n.at.toISOString(), read: n.readAt !== null })),
      unread: await inbox.countBy({ accountId: actor.accountId, readAt: IsNull() }),
    };
  }

  @Put('read')
  @Permit('reminders.inbox.read')
  @Answers(notificationsSchema)
  async markRead(@Who() actor: Actor, @Headers('accept-language') language: string | undefined, @Body({ schema: markNotificationsSchema }) { upTo }: MarkNotifications) {
    await this.work.run(async (tx) => {
      await tx.update(Notification, { accountId: actor.accountId, readAt: IsNull(), at: LessThanOrEqual(new Date(upTo)) }, { readAt: this.clock.now() });
      await this.news.ring(tx, actor.accountId, NOTIFICATIONS_CHANGED);
    });
    return this.list(actor, language);
  }
}
