import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { RoomsModule } from '@hejie/rooms';
import { AgreementsController } from './agreements/agreements.controller.js';
import { AgreementAccess } from './agreements/agreement-access.js';
import { AgreementFacts } from './agreements/agreement-facts.js';
import { Agreements } from './agreements/agreements.js';
import { ConfirmFairness } from './agreements/confirm-fairness.js';
import { DraftAgreement } from './agreements/draft-agreement.js';
import { RecordOnsite } from './agreements/record-onsite.js';
import { SealAgreement } from './agreements/seal-agreement.js';
import { SetAgreement } from './agreements/set-agreement.js';
import { ChangeMediatorController } from './change-mediator/change-mediator.controller.js';
import { ChangeMediator } from './change-mediator/change-mediator.js';
import { FitMediators } from './change-mediator/fit-mediators.js';
import { AttendSession } from './attendance/attend-session.js';
import { AttendanceController } from './attendance/attendance.controller.js';
import { MediationDues } from './dues/mediation-dues.js';
import { SignatureWaits } from './dues/signature-waits.js';
import { FloorController } from './floor/floor.controller.js';
import { HoldFloor } from './floor/hold-floor.js';
import { AnswerMinutes } from './minutes/answer-minutes.js';
import { DraftMinutes } from './minutes/draft-minutes.js';
import { HiddenMinutes } from './minutes/hidden-minutes.js';
import { MinutesRecord } from './minutes/minutes-record.js';
import { MinutesController } from './minutes/minutes.controller.js';
import { ReadMinutes } from './minutes/read-minutes.js';
import { SetMinutes } from './minutes/set-minutes.js';
import { MediationPapers } from './papers/mediation-papers.js';
import { BindingRules } from './proposals/binding-rules.js';
import { Proposals } from './proposals/proposals.js';
import { ExportSealedSession } from './sealed-session/export-sealed-session.js';
import { SealSession } from './sealed-session/seal-session.js';
import { SealedSessionController } from './sealed-session/sealed-session.controller.js';
import { RemoveRespondentController } from './remove-respondent/remove-respondent.controller.js';
import { RemoveRespondent } from './remove-respondent/remove-respondent.js';
import { ConductSession } from './sessions/conduct-session.js';
import { Caucuses } from './sessions/caucuses.js';
import { EndSession } from './sessions/end-session.js';
import { ReadSessions } from './sessions/read-sessions.js';
import { MoveParticipant } from './sessions/move-participant.js';
import { ScheduleSession } from './sessions/schedule-session.js';
import { SessionAccess } from './sessions/session-access.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { TellSessions } from './sessions/tell-sessions.js';
import { SessionFacts } from './sessions/session-facts.js';
import { ShareRules } from './shares/share-rules.js';
import { SharesController } from './shares/shares.controller.js';
import { Shares } from './shares/shares.js';

@Module({
  imports: [CasesModule, RoomsModule],
  controllers: [SessionsController, ChangeMediatorController, SealedSessionController, AgreementsController, AttendanceController, FloorController, MinutesController, RemoveRespondentController, SharesController],
  providers: [AgreementAccess, AgreementFacts, Agreements, AnswerMinutes, AttendSession, BindingRules, Caucuses, ChangeMediator, ConductSession, ConfirmFairness, DraftAgreement, DraftMinutes, EndSession, ExportSealedSession, FitMediators, HiddenMinutes, HoldFloor, MediationDues, MediationPapers, MinutesRecord, MoveParticipant, Proposals, ReadMinutes, ReadSessions, RecordOnsite, RemoveRespondent, ScheduleSession, SealAgreement, SealSession, SessionAccess, SessionFacts, SetAgreement, SetMinutes, ShareRules, Shares, SignatureWaits, TellSessions],
  exports: [AgreementFacts, EndSession, MediationPapers, SessionAccess, SessionFacts],
})
export class MediationModule {}
