import { Injectable } from '@nestjs/common';
import { signInReset } from '@hejie/identity/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { Notifier } from '../notifications/notifier.js';

/** Tells staff what others did to the way they sign in, so that nobody takes their place unnoticed. */
@Injectable()
export class SignInNews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
  ) {}

  @OnEvent(signInReset, 'reminders.sign-in-reset')
  async onReset({ accountId }: { accountId: string }, eventId: string, at: Date): Promise<void> {
    await this.work.run((tx) => this.notifier.notify(tx, { accountId, key: eventId, kind: 'sign_in_reset', params: { at: at.toISOString() }, link: '/desk' }));
  }
}
