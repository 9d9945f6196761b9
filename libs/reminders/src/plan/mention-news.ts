import { Injectable } from '@nestjs/common';
import { AccountNews, Clock, OnEvent, UnitOfWork } from '@hejie/platform';
import { Mentions } from '@hejie/rooms';
import { mentioned, mentionRead } from '@hejie/rooms/contract';
import { IsNull } from 'typeorm';
import { NOTIFICATIONS_CHANGED } from '../contract/index.js';
import { Notification } from '../notifications/notification.entity.js';
import { Notifier } from '../notifications/notifier.js';

/** Tells people that somebody spoke to them by name; neither who nor what, which is for the room. */
@Injectable()
export class MentionNews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly mentions: Mentions,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /** Whoever is in the room is told in the inbox only, others by phone too. Being named again is news only to who has read what was before. */
  @OnEvent(mentioned, 'reminders.mentioned')
  async onMentioned({ roomId, seq }: { roomId: string; seq: number }): Promise<void> {
    const waiting = await this.mentions.waiting(roomId, seq);
    await this.work.run(async (tx) => {
      for (const { accountId, since, present } of waiting) {
        await this.notifier.notify(tx, { accountId, key: `mention:${roomId}:${since}:${present ? 'here' : 'away'}`, kind: 'mentioned', link: linkTo(roomId), quiet: present });
      }
    });
    // who read it meanwhile was told for nothing
    for (const { accountId } of waiting) await this.settle(accountId, roomId);
  }

  @OnEvent(mentionRead, 'reminders.mention-read')
  async onRead({ roomId, accountId }: { roomId: string; accountId: string }): Promise<void> {
    await this.settle(accountId, roomId);
  }

  /** What was told of a room is read with the room itself, once nothing that names them lies before them in it. */
  private async settle(accountId: string, roomId: string): Promise<void> {
    if (await this.mentions.unread(accountId, roomId)) return;
    await this.work.run(async (tx) => {
      const { affected } = await tx.update(Notification, { accountId, kind: 'mentioned', link: linkTo(roomId), readAt: IsNull() }, { readAt: this.clock.now() });
      if (affected) await this.news.ring(tx, accountId, NOTIFICATIONS_CHANGED);
    });
  }
}

const linkTo = (roomId: string) => `/rooms/${roomId}`;
