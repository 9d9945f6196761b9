import type { ContextDefinition } from '@hejie/platform';
import { AgreementSignature } from './agreements/agreement-signature.entity.js';
import { Agreement } from './agreements/agreement.entity.js';
import { Instalment } from './agreements/instalment.entity.js';
import { MediatorChange } from './change-mediator/mediator-change.entity.js';
import { SessionNoShow } from './attendance/session-no-show.entity.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { MediationModule } from './mediation.module.js';
import { mediationPolicy } from './mediation.policy.js';
import { mediationRefusals } from './mediation.refusals.js';
import { Attendance1700000005700 } from './migrations/1700000005700-attendance.js';
import { CreateMediation1700000005000 } from './migrations/1700000005000-create-mediation.js';
import { PrivateProposals1700000005100 } from './migrations/1700000005100-private-proposals.js';
import { SealSessions1700000005500 } from './migrations/1700000005500-seal-sessions.js';
import { MediatorChanges1700000005600 } from './migrations/1700000005600-mediator-changes.js';
import { Fairness1700000005800 } from './migrations/1700000005800-fairness.js';
import { CreateMinutes1700000005900 } from './migrations/1700000005900-create-minutes.js';
import { CreateShares1700000005950 } from './migrations/1700000005950-create-shares.js';
import { PresentedMeans1700000008210 } from './migrations/1700000008210-presented-means.js';
import { LetInIsArrived1700000008250 } from './migrations/1700000008250-let-in-is-arrived.js';
import { SeveralRespondentsMeet1700000008400 } from './migrations/1700000008400-several-respondents-meet.js';
import { AgreementShare } from './shares/agreement-share.entity.js';
import { SharePayment } from './shares/share-payment.entity.js';
import { MinutesAnswer } from './minutes/minutes-answer.entity.js';
import { SessionMinutes } from './minutes/session-minutes.entity.js';
import { Proposal } from './proposals/proposal.entity.js';
import { SessionSeal } from './sealed-session/session-seal.entity.js';
import { MediationSession } from './sessions/mediation-session.entity.js';
import { SessionCaucus } from './sessions/session-caucus.entity.js';
import { SessionParticipant } from './sessions/session-participant.entity.js';

export { AgreementFacts, type SealedAgreement } from './agreements/agreement-facts.js';
export { payersText } from './agreements/payers-text.js';
export { MediationModule } from './mediation.module.js';
export { MediationPapers, type MediationPaper } from './papers/mediation-papers.js';
export { SessionFacts } from './sessions/session-facts.js';

export const mediation: ContextDefinition = {
  name: 'mediation',
  module: MediationModule,
  entities: [MediationSession, SessionCaucus, SessionParticipant, Proposal, Agreement, AgreementSignature, Instalment, SessionNoShow, SessionSeal, MediatorChange, SessionMinutes, MinutesAnswer, AgreementShare, SharePayment],
  migrations: [CreateMediation1700000005000, PrivateProposals1700000005100, SealSessions1700000005500, MediatorChanges1700000005600, Attendance1700000005700, Fairness1700000005800, CreateMinutes1700000005900, CreateShares1700000005950, PresentedMeans1700000008210, LetInIsArrived1700000008250, SeveralRespondentsMeet1700000008400],
  policy: mediationPolicy,
  refusals: mediationRefusals,
  messages: { 'zh-CN': zhCN, en },
};
