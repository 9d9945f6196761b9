import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { RoomsModule } from '@hejie/rooms';
import { Caseload } from './caseload/caseload.js';
import { Directory } from './directory/directory.js';
import { LawyersController } from './lawyers.controller.js';
import { AnswerRequest } from './requests/answer-request.js';
import { AskLawyer } from './requests/ask-lawyer.js';
import { RequestFacts } from './requests/request-facts.js';

@Module({
  imports: [CasesModule, RoomsModule],
  controllers: [LawyersController],
  providers: [AnswerRequest, AskLawyer, Caseload, Directory, RequestFacts],
  exports: [AnswerRequest, Directory, RequestFacts],
})
export class LawyersModule {}
