import { Module } from '@nestjs/common';
import { AnswerClaim } from './answer/answer-claim.js';
import { CaseAnswers } from './answer/case-answers.js';
import { BindEvidence } from './bind-evidence/bind-evidence.js';
import { AskBundle } from './bundle/ask-bundle.js';
import { BindBundle } from './bundle/bind-bundle.js';
import { BundleController } from './bundle/bundle.controller.js';
import { CalendarsInForce } from './calendars/calendars-in-force.js';
import { CaseAccess } from './case/case-access.js';
import { CaseLifecycle } from './case/case-lifecycle.js';
import { CaseMembers } from './case/case-members.js';
import { ClaimantVault } from './case/claimant-details.js';
import { Custody } from './custody/custody.js';
import { DiscardDraftController } from './discard-draft/discard-draft.controller.js';
import { DiscardDraft } from './discard-draft/discard-draft.js';
import { DraftsController } from './draft/drafts.controller.js';
import { Drafts } from './draft/drafts.js';
import { CaseDues } from './dues/case-dues.js';
import { MediationPeriods } from './dues/mediation-periods.js';
import { CaseWaits } from './dues/case-waits.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceFiles } from './evidence/evidence-files.js';
import { EvidenceLimit } from './evidence/evidence-limit.js';
import { Evidence } from './evidence/evidence.js';
import { EvidenceChecklist } from './evidence-checklist/evidence-checklist.js';
import { EvidenceList } from './evidence-list/evidence-list.js';
import { FilePages } from './evidence-list/file-pages.js';
import { FileCaseController } from './file-case/file-case.controller.js';
import { FileCase } from './file-case/file-case.js';
import { FileQuickCase } from './file-case/quick-case.js';
import { Filings } from './file-case/filings.js';
import { Receipts } from './file-case/receipts.js';
import { CaseTakers } from './hand-over/case-takers.js';
import { HandOverCase } from './hand-over/hand-over-case.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { TakeCase } from './hand-over/take-case.js';
import { OrganisationCases } from './organisation-cases/organisation-cases.js';
import { PlaceFigures } from './intake/place-figures.js';
import { ImportCase } from './import-case/import-case.js';
import { InvitationFacts } from './invitations/invitation-facts.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { Invitations } from './invitations/invitations.js';
import { CaseList } from './list-cases/list-cases.js';
import { ChoosePath } from './moves/choose-path.js';
import { MoveCase } from './moves/move-case.js';
import { CaseReader } from './read-case/case-reader.js';
import { CasesController } from './read-case/cases.controller.js';
import { ConfirmPaymentController } from './paid-after-contact/confirm-payment.controller.js';
import { ConfirmPayment } from './paid-after-contact/confirm-payment.js';
import { ReadCase } from './read-case/read-case.js';
import { ReadTimeline } from './read-case/read-timeline.js';
import { ReadParticularsController } from './read-particulars/read-particulars.controller.js';
import { ReadParticulars } from './read-particulars/read-particulars.js';
import { RefuseCaseController } from './refuse-case/refuse-case.controller.js';
import { RefuseCase } from './refuse-case/refuse-case.js';
import { CaseStatistics } from './statistics/case-statistics.js';
import { SessionsWith } from './timeline/sessions-with.js';
import { CaseTimeline } from './timeline/case-timeline.js';
import { TusDoor } from './uploads/tus-door.js';
import { UploadFiles } from './uploads/upload-files.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { SetAside } from './set-aside/set-aside.js';
import { Uploads } from './uploads/uploads.js';
import { Delegations } from './delegation/delegations.js';
import { DelegationsController } from './delegation/delegations.controller.js';
import { FitDelegates } from './delegation/fit-delegates.js';
import { ChangeGroup } from './group/change-group.js';
import { GroupController } from './group/group.controller.js';
import { OrderExhibitsController } from './order-exhibits/order-exhibits.controller.js';
import { OrderExhibits } from './order-exhibits/order-exhibits.js';
import { NameRespondents } from './respondents/name-respondents.js';
import { RespondentsController } from './respondents/respondents.controller.js';
import { Respondents } from './respondents/respondents.js';
import { Groups } from './group/groups.js';
import { ReadGroup } from './group/read-group.js';

const PUBLIC_SERVICES = [BindBundle, CalendarsInForce, CaseAccess, CaseDues, CaseLifecycle, CaseMembers, CaseReader, CaseStatistics, CaseTimeline, CaseWaits, Delegations, EvidenceChecklist, EvidenceFiles, EvidenceList, FilePages, Groups, ImportCase, InvitationFacts, MediationPeriods, PlaceFigures, SessionsWith, SetAside, Uploads];

@Module({
  // drafts and filing come before `:id`, so that `quick` is not read as an id
  controllers: [FileCaseController, DraftsController, DiscardDraftController, CasesController, EvidenceController, BundleController, OrderExhibitsController, UploadsController, InvitationsController, RespondentsController, RefuseCaseController, HandOverController, ReadParticularsController, ConfirmPaymentController, GroupController, DelegationsController],
  providers: [
    ...PUBLIC_SERVICES,
    AnswerClaim,
    AskBundle,
    BindEvidence,
    CaseAnswers,
    CaseList,
    CaseTakers,
    ChangeGroup,
    ChoosePath,
    ClaimantVault,
    Custody,
    ConfirmPayment,
    DiscardDraft,
    Drafts,
    Evidence,
    EvidenceLimit,
    FileCase,
    FileQuickCase,
    Filings,
    HandOverCase,
    Invitations,
    MoveCase,
    NameRespondents,
    OrderExhibits,
    OrganisationCases,
    ReadCase,
    FitDelegates,
    ReadGroup,
    ReadTimeline,
    ReadParticulars,
    Receipts,
    RefuseCase,
    Respondents,
    TakeCase,
    TusDoor,
    UploadFiles,
  ],
  exports: PUBLIC_SERVICES,
})
export class CasesModule {}
