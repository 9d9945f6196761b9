import type { ContextDefinition } from '@hejie/platform';
import { CaseAnswer } from './answer/case-answer.entity.js';
import { EvidenceBundle } from './bundle/evidence-bundle.entity.js';
import { CaseMember } from './case/case-member.entity.js';
import { DisputeCase } from './case/dispute-case.entity.js';
import { CasesModule } from './cases.module.js';
import { casesPolicy } from './cases.policy.js';
import { casesRefusals } from './cases.refusals.js';
import { EvidenceCustody } from './custody/evidence-custody.entity.js';
import { CaseEvidence } from './evidence/case-evidence.entity.js';
import { CaseDelegation } from './delegation/case-delegation.entity.js';
import { GroupMember } from './group/group-member.entity.js';
import { CaseHandOver } from './hand-over/case-hand-over.entity.js';
import { CaseInvitation } from './invitations/case-invitation.entity.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateCases1700000002000 } from './migrations/1700000002000-create-cases.js';
import { CreateUploads1700000002100 } from './migrations/1700000002100-create-uploads.js';
import { CreateRefusals1700000002200 } from './migrations/1700000002200-create-refusals.js';
import { AnswerVersions1700000002400 } from './migrations/1700000002400-answer-versions.js';
import { BindEvidence1700000002500 } from './migrations/1700000002500-bind-evidence.js';
import { CreateBundles1700000002600 } from './migrations/1700000002600-create-bundles.js';
import { CreateHandOvers1700000002300 } from './migrations/1700000002300-create-hand-overs.js';
import { CreateGroups1700000002700 } from './migrations/1700000002700-create-groups.js';
import { ExhibitsAndVolumes1700000002850 } from './migrations/1700000002850-exhibits-and-volumes.js';
import { SetAside1700000008276 } from './migrations/1700000008276-set-aside.js';
import { OvertimeDays1700000008320 } from './migrations/1700000008320-overtime-days.js';
import { ExhibitOrder } from './order-exhibits/exhibit-order.entity.js';
import { CaseRespondent } from './respondents/case-respondent.entity.js';
import { OtherRespondents1700000008340 } from './migrations/1700000008340-other-respondents.js';
import { RespondentsJoin1700000008360 } from './migrations/1700000008360-respondents-join.js';
import { CaseRefusal } from './refuse-case/case-refusal.entity.js';
import { CaseEvent } from './timeline/case-event.entity.js';
import { CaseUpload } from './uploads/case-upload.entity.js';

export { CalendarsInForce } from './calendars/calendars-in-force.js';
export { BindBundle, type BoundBundle } from './bundle/bind-bundle.js';
export { CaseAccess, CLAIMANTS_OWN, EVERYBODY, RESPONDENTS, WORKER_SIDE } from './case/case-access.js';
export { CaseDues, type CaseDue } from './dues/case-dues.js';
export { MediationPeriods, type MediationPeriod } from './dues/mediation-periods.js';
export { CaseWaits, type CaseWait } from './dues/case-waits.js';
export { CaseLifecycle, type MoveRequest } from './case/case-lifecycle.js';
export { CaseMembers } from './case/case-members.js';
export { SetAside } from './set-aside/set-aside.js';
export { CasesModule } from './cases.module.js';
export { EvidenceChecklist } from './evidence-checklist/evidence-checklist.js';
export { EvidenceFiles } from './evidence/evidence-files.js';
export { Uploads } from './uploads/uploads.js';
export { EvidenceList, type ListedEvidence } from './evidence-list/evidence-list.js';
export { FilePages } from './evidence-list/file-pages.js';
export { originalOf, originOf, purposeOf, sourceOf } from './evidence-list/evidence-words.js';
export { ImportCase, type HistoricCase } from './import-case/import-case.js';
export { answersOfFacts } from './intake/answers-of-facts.js';
export { PlaceFigures } from './intake/place-figures.js';
export { Delegations } from './delegation/delegations.js';
export { collective, standingElection } from './group/election.js';
export { Groups, type GroupWorker } from './group/groups.js';
export { InvitationFacts } from './invitations/invitation-facts.js';
export { CaseReader, type FiledFacts, type UnsafeCase } from './read-case/case-reader.js';
export { CaseStatistics, type CountedCase } from './statistics/case-statistics.js';
export { CaseTimeline } from './timeline/case-timeline.js';
export { SessionsWith } from './timeline/sessions-with.js';

export const cases: ContextDefinition = {
  name: 'cases',
  module: CasesModule,
  entities: [DisputeCase, CaseMember, CaseEvent, CaseEvidence, EvidenceCustody, EvidenceBundle, ExhibitOrder, CaseInvitation, CaseAnswer, CaseUpload, CaseRefusal, CaseHandOver, GroupMember, CaseDelegation, CaseRespondent],
  hashTraces: ['evidence_custody.sha256'],
  migrations: [CreateCases1700000002000, CreateUploads1700000002100, CreateRefusals1700000002200, CreateHandOvers1700000002300, AnswerVersions1700000002400, BindEvidence1700000002500, CreateBundles1700000002600, CreateGroups1700000002700, ExhibitsAndVolumes1700000002850, SetAside1700000008276, OvertimeDays1700000008320, OtherRespondents1700000008340, RespondentsJoin1700000008360],
  policy: casesPolicy,
  refusals: casesRefusals,
  messages: { 'zh-CN': zhCN, en },
};
