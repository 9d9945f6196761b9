import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { RoomsModule } from '@hejie/rooms';
import { Caseload } from './caseload/caseload.js';
import { Directory } from './directory/directory.js';
import { LawyersController } from './lawyers.controller.js';
import { LawyerProfiles } from './profile/lawyer-profiles.js';
import { ProfileController } from './profile/profile.controller.js';
import { AnswerRequest } from './requests/answer-request.js';
import { AskLawyer } from './requests/ask-lawyer.js';
import { RequestFacts } from './requests/request-facts.js';

@Module({
  imports: [CasesModule, RoomsModule],
  controllers: [LawyersController, ProfileController],
  providers: [AnswerRequest, AskLawyer, Caseload, Directory, LawyerProfiles, RequestFacts],
  exports: [AnswerRequest, Directory, LawyerProfiles, RequestFacts],
})
export class LawyersModule {}
