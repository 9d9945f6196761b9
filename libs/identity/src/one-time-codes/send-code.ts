import { Injectable } from '@nestjs/common';
import { Clock, ContextRegistry, OnEvent, SmsGateway, Vault } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { codeRequested } from '../contract/index.js';
import { OneTimeCode } from './one-time-code.entity.js';
import { hasExpired } from './one-time-codes.js';

/** Sends a committed code. A repeat after a lost answer may send the same code again, never a second one. */
@Injectable()
export class SendCode {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly sms: SmsGateway,
    private readonly registry: ContextRegistry,
    private readonly clock: Clock,
  ) {}

  @OnEvent(codeRequested, 'identity.send-code')
  async send({ codeId }: { codeId: string }): Promise<void> {
    const codes = this.dataSource.getRepository(OneTimeCode);
    const row = await codes.findOneBy({ id: codeId });
    if (!row?.codeSealed) return; // sent already, or used meanwhile
    // after a long outage of the gateway nobody waits for it any more
    if (!hasExpired(row, this.clock.now())) await this.deliver(row, row.codeSealed);
    await codes.update({ id: codeId }, { codeSealed: null });
  }

  private async deliver(row: OneTimeCode, codeSealed: string): Promise<void> {
    const text = this.registry.text('zh-CN', `sms.${row.purpose}_code`, { code: this.vault.open('code.code', codeSealed) });
    await this.sms.send(this.vault.open('code.phone', row.phoneSealed), text, row.id);
  }
}
