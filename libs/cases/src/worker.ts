import { Module } from '@nestjs/common';
import { SendReceipt } from './file-case/send-receipt.js';
import { SendInvitation } from './invitations/send-invitation.js';

@Module({ providers: [SendInvitation, SendReceipt] })
export class CasesWorkerModule {}
