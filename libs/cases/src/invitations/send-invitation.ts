import { Injectable } from '@nestjs/common';
import { Organisations } from '@hejie/identity';
import { Config, ContextRegistry, OnEvent, SmsGateway, Vault } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { invitationCreated, INVITATION_DAYS } from '../contract/index.js';
import { CaseInvitation } from './case-invitation.entity.js';

/** Sends the link of a committed invitation and forgets the readable token. */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly sms: SmsGateway,
    private readonly registry: ContextRegistry,
    private readonly organisations: Organisations,
    private readonly config: Config,
  ) {}

  @OnEvent(invitationCreated, 'cases.send-invitation')
  async send({ invitationId }: { invitationId: string }): Promise<void> {
    const invitations = this.dataSource.getRepository(CaseInvitation);
    const row = await invitations.findOneBy({ id: invitationId });
    if (!row?.tokenSealed) return;
    const link = this.config.linkTo(`/i/${this.vault.open('invitation.token', row.tokenSealed)}`);
    const city = await this.organisations.root();
    const text = this.registry.text('zh-CN', 'sms.invitation', { organisation: city?.name ?? '', link, days: INVITATION_DAYS });
    await this.sms.send(this.vault.open('invitation.phone', row.phoneSealed), text, invitationId);
    await invitations.update({ id: invitationId }, { tokenSealed: null });
  }
}
