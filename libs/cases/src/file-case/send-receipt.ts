import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { ContextRegistry, OnEvent, SmsGateway } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { caseFiled } from '../contract/index.js';

const when = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });

/** Texts the receipt to the worker: the same to who filed alone and to who called. */
@Injectable()
export class SendReceipt {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly sms: SmsGateway,
    private readonly registry: ContextRegistry,
  ) {}

  @OnEvent(caseFiled, 'cases.send-receipt')
  async send({ caseId }: { caseId: string }, eventId: string): Promise<void> {
    const row = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const { phone } = await this.accounts.contactOf(row.claimantId, 'receipt');
    if (!phone) return;
    const text = this.registry.text('zh-CN', 'sms.receipt', { number: row.number!, time: when.format(row.filedAt!) });
    await this.sms.send(phone, text, eventId);
  }
}
