import { Module } from '@nestjs/common';
import { MakeBundle } from './bundle/make-bundle.js';
import { CasesModule } from './cases.module.js';
import { EndLetters } from './delegation/end-letters.js';
import { SendReceipt } from './file-case/send-receipt.js';
import { FollowOrganisations } from './organisation-cases/follow-organisations.js';
import { CleanUploads } from './uploads/clean-uploads.js';
import { UploadFiles } from './uploads/upload-files.js';
import { SendInvitation } from './invitations/send-invitation.js';

@Module({ imports: [CasesModule], providers: [CleanUploads, EndLetters, FollowOrganisations, MakeBundle, SendInvitation, SendReceipt, UploadFiles] })
export class CasesWorkerModule {}
