import { Injectable } from '@nestjs/common';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { Mentions } from '@hejie/rooms';
import { mentioned } from '@hejie/rooms/contract';
import { Notifier } from '../notifications/notifier.js';

/** Tells people that somebody spoke to them by name; neither who nor what, which is for the room. */
@Injectable()
export class MentionNews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly mentions: Mentions,
  ) {}

  /** Whoever is in the room is told in the inbox only, others by phone too. Being named again is news only to who has read what was before. */
  @OnEvent(mentioned, 'reminders.mentioned')
  async onMentioned({ roomId, seq }: { roomId: string; seq: number }): Promise<void> {
    const waiting = await this.mentions.waiting(roomId, seq);
    await this.work.run(async (tx) => {
      for (const { accountId, since, present } of waiting) {
        await this.notifier.notify(tx, { accountId, key: `mention:${roomId}:${since}:${present ? 'here' : 'away'}`, kind: 'mentioned', link: `/rooms/${roomId}`, quiet: present });
      }
    });
  }
}
