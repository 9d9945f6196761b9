import { Module } from '@nestjs/common';
import { SendReceipt } from './file-case/send-receipt.js';
import { CleanUploads } from './uploads/clean-uploads.js';
import { UploadFiles } from './uploads/upload-files.js';
import { SendInvitation } from './invitations/send-invitation.js';

@Module({ providers: [CleanUploads, SendInvitation, SendReceipt, UploadFiles] })
export class CasesWorkerModule {}
