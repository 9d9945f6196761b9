import { arbitrationApplication } from './arbitration-application.js';
import { arbitralReview, judicialConfirmation } from './confirmations.js';
import { evidenceList } from './evidence-list.js';
import { followUpRecord } from './follow-up-record.js';
import { injuryApplication } from './injury-application.js';
import { litigationComplaint } from './litigation-complaint.js';
import { mediationAgreement } from './mediation-agreement.js';
import { mediationApplication } from './mediation-application.js';
import { mediationEndNotice } from './mediation-end-notice.js';
import { mediationMinutes } from './mediation-minutes.js';
import { mediationNotice } from './mediation-notice.js';
import { paymentOrder } from './payment-order.js';
import { powerOfAttorney } from './power-of-attorney.js';
import { representativesProof } from './representatives-proof.js';
import { serviceAddress } from './service-address.js';
import { serviceReceipt } from './service-receipt.js';
import { settlementAgreement } from './settlement-agreement.js';
import type { Template } from './template.js';

/** Every paper of a case, in the order in which a case comes to need them. */
export const TEMPLATES = {
  mediation_application: mediationApplication,
  evidence_list: evidenceList,
  representatives_proof: representativesProof,
  power_of_attorney: powerOfAttorney,
  service_address: serviceAddress,
  injury_application: injuryApplication,
  settlement_agreement: settlementAgreement,
  mediation_notice: mediationNotice,
  service_receipt: serviceReceipt,
  mediation_minutes: mediationMinutes,
  mediation_end_notice: mediationEndNotice,
  mediation_agreement: mediationAgreement,
  follow_up_record: followUpRecord,
  arbitral_review: arbitralReview,
  judicial_confirmation: judicialConfirmation,
  payment_order: paymentOrder,
  arbitration_application: arbitrationApplication,
  litigation_complaint: litigationComplaint,
} as const satisfies Record<string, Template>;

export type PaperKind = keyof typeof TEMPLATES;
export const paperKinds = Object.keys(TEMPLATES) as [PaperKind, ...PaperKind[]];
/** A template by its name, with all it may have. */
export const templateOf = (kind: PaperKind): Template => TEMPLATES[kind];
