import type { DeadlineCode } from '../deadlines/deadline-rules.js';
import { say, type Step } from '../registry/topic.js';
import type { CaseEventKind, Party } from './case-event.js';

/** A period that an event starts: whose turn it is, what ends it, and what the worker can do once it was missed. */
export interface PeriodRule {
  readonly rule: DeadlineCode;
  readonly from: CaseEventKind;
  readonly who: Party;
  readonly ends: readonly CaseEventKind[];
  /** Where it stands besides the rule's own article. */
  readonly source?: string;
  readonly ifMissed?: Step;
  /** What makes it stand still as long as it lasts, and where that stands. */
  readonly standsStill?: Moved;
  /** What starts it anew. */
  readonly startsAnew?: Moved;
}

interface Moved {
  readonly by: CaseEventKind;
  readonly source: string;
}

const period = (rule: DeadlineCode, from: CaseEventKind, who: Party, ends: readonly CaseEventKind[], more: Pick<PeriodRule, 'source' | 'ifMissed' | 'standsStill' | 'startsAnew'> = {}): PeriodRule => ({ rule, from, who, ends, ...more });

const MEDIATION_OVER: readonly CaseEventKind[] = ['settled', 'mediation_ended'];
/** Whoever goes to the commission talks no longer before the committee. */
const COMMITTEE_OVER: readonly CaseEventKind[] = [...MEDIATION_OVER, 'arbitration_applied'];
/** The two kinds of award, each with periods of its own. */
export const AWARDED: readonly CaseEventKind[] = ['award_received', 'final_award_received'];
/** Confirmed one way, an agreement need not be confirmed the other. */
const CONFIRMED: readonly CaseEventKind[] = ['confirmation_applied', 'review_accepted', 'review_decided', 'judicial_confirmation_applied', 'judicial_confirmation_accepted', 'judicial_confirmation_decided'];
const DECIDED: readonly CaseEventKind[] = ['recognition_granted', 'recognition_refused'];
/** Whoever is further on has applied, whether or not anybody wrote down when. */
const APPLIED: readonly CaseEventKind[] = ['recognition_applied', 'recognition_supplemented', 'recognition_not_accepted', 'recognition_accepted', 'recognition_accepted_clear', 'recognition_decided', ...DECIDED, 'appraisal_applied', 'appraisal_concluded'];
const CONCLUDED: readonly CaseEventKind[] = ['appraisal_decided', 'appraisal_concluded'];
const CONTESTED: readonly CaseEventKind[] = ['reconsideration_applied', 'admin_suit_filed'];
const ACCEPTED: readonly CaseEventKind[] = ['recognition_accepted', 'recognition_accepted_clear', 'recognition_not_accepted', 'recognition_decided', ...DECIDED];
const AWAITED = { by: 'recognition_paused', source: '工伤保险条例 Art 20' } as const;
/** What the court answers to an application for confirmation. */
const RULED: readonly CaseEventKind[] = ['judicial_confirmation_refused', 'judicial_confirmation_decided'];
const COURT_LATE = { ifMissed: say('法院逾期没有答复：打电话问立案庭或者承办法官。这个期限写在人民调解协议的规定里，其他调解组织的协议也可能适用特别程序的三十日。', 'The court has not answered in time: call it. The period is that of agreements of people\'s mediation; of other bodies\' the court may count thirty days.') };
const MAY_SUE = { ifMissed: say('仲裁委逾期，可以直接向法院起诉。', 'The commission is late: one may sue at once.') };
const AWARD = {
  ifMissed: say('仲裁委逾期未裁决，可以向法院起诉；因为移送、送达、等待伤残等级或者鉴定等拖延的除外。', 'The award is late: one may sue, unless transfer, service, waiting for a grade or an appraisal caused it.'),
  standsStill: { by: 'arb_suspended', source: '办案规则 Art 46' },
  startsAnew: { by: 'arb_restarted', source: '办案规则 Art 46' },
} as const;
const REAPPRAISAL = { source: '工伤保险条例 Art 25, 29' };
const MAY_ARBITRATE = { ifMissed: say('调解期限已过没有达成协议，可以申请劳动仲裁。', 'No agreement within the period: one may go to arbitration.') };
const BACK_TO_COURT = { ifMissed: say('委托调解的期限已过没有达成协议，法院应当继续审理：问承办法官什么时候开庭。', 'No agreement within the period: the court goes on with the case; ask the judge when it is heard.') };

export const PERIOD_RULES: readonly PeriodRule[] = [
  period('NEGOTIATION_REPLY_5D', 'demanded', 'employer', ['demand_answered', 'demand_refused', 'payment_promised', ...MEDIATION_OVER], { ifMissed: say('单位没有答复，视为不愿协商，可以申请调解或者仲裁。', 'Silence counts as refusal: ask for mediation or arbitration.') }),
  period('MEDIATION_ACCEPT_3WD', 'committee_asked', 'authority', ['mediation_accepted', ...MEDIATION_OVER]),
  period('MEDIATION_END_15D', 'committee_asked', 'both', COMMITTEE_OVER, MAY_ARBITRATE),
  period('MEDIATION_END_15D', 'case_filed', 'both', COMMITTEE_OVER, MAY_ARBITRATE),
  period('COURT_ONLINE_MEDIATION_30D', 'court_mediation_accepted', 'both', MEDIATION_OVER, MAY_ARBITRATE),
  period('COURT_ENTRUSTED_MEDIATION_15D', 'court_mediation_ordinary', 'both', MEDIATION_OVER, BACK_TO_COURT),
  period('COURT_ENTRUSTED_MEDIATION_7D', 'court_mediation_simplified', 'both', MEDIATION_OVER, BACK_TO_COURT),

  period('INJURY_EMPLOYER_FILE_30D', 'injured', 'employer', APPLIED, {
    ifMissed: say('单位没有按时申请：您、近亲属或者工会可以直接申请；逾期期间符合规定的工伤待遇费用由单位负担。', 'The employer did not apply in time: you, close relatives or the union may; the costs of that time are on the employer.'),
  }),
  period('INJURY_WORKER_FILE_1Y', 'injured', 'worker', APPLIED, {
    ifMissed: say('一年已过。不是您自己的原因耽误的时间不算在内，请马上找律师。', 'The year is over. Time lost for reasons not your own does not count: ask a lawyer at once.'),
    standsStill: { by: 'filing_hindered', source: '法释〔2014〕9号 Art 7' },
  }),
  period('INJURY_ACCEPT_15D', 'recognition_applied', 'authority', ACCEPTED, { startsAnew: { by: 'recognition_supplemented', source: '工伤认定办法 Art 8' } }),
  period('INJURY_DECISION_60D', 'recognition_accepted', 'authority', ['recognition_decided', ...DECIDED], { standsStill: AWAITED }),
  period('INJURY_DECISION_SIMPLE_15D', 'recognition_accepted_clear', 'authority', ['recognition_decided', ...DECIDED], {
    ifMissed: say('人社部门逾期没有决定：打电话催办；事实不清楚的申请，最晚六十日内决定。', 'The authority has not decided in time: call it. Where the facts are not clear after all it has sixty days.'),
    standsStill: AWAITED,
  }),
  period('INJURY_SERVE_20D', 'recognition_decided', 'authority', DECIDED),
  period('RECONSIDERATION_60D', 'recognition_not_accepted', 'worker', CONTESTED),
  period('ADMIN_SUIT_6M', 'recognition_not_accepted', 'worker', CONTESTED),
  period('RECONSIDERATION_60D', 'scheme_refused', 'worker', CONTESTED),
  period('ADMIN_SUIT_6M', 'scheme_refused', 'worker', CONTESTED),
  period('RECONSIDERATION_60D', 'recognition_refused', 'worker', CONTESTED),
  period('ADMIN_SUIT_6M', 'recognition_refused', 'worker', CONTESTED),
  period('RECONSIDERATION_60D', 'recognition_granted', 'employer', CONTESTED),
  period('ADMIN_SUIT_6M', 'recognition_granted', 'employer', CONTESTED),
  period('ADMIN_SUIT_AFTER_RECON_15D', 'reconsideration_decided', 'either', ['admin_suit_filed']),
  period('APPRAISAL_60D', 'appraisal_applied', 'authority', CONCLUDED),
  period('APPRAISAL_EXTENDED_90D', 'appraisal_applied', 'authority', CONCLUDED),
  period('APPRAISAL_SERVE_15D', 'appraisal_decided', 'authority', ['appraisal_concluded', 'reappraisal_concluded']),
  period('REAPPRAISAL_APPLY_15D', 'appraisal_concluded', 'either', ['reappraisal_applied']),
  period('APPRAISAL_60D', 'reappraisal_applied', 'authority', ['appraisal_decided', 'reappraisal_concluded'], REAPPRAISAL),
  period('APPRAISAL_EXTENDED_90D', 'reappraisal_applied', 'authority', ['appraisal_decided', 'reappraisal_concluded'], REAPPRAISAL),

  period('ARB_ACCEPT_5WD', 'arbitration_applied', 'authority', ['arbitration_accepted', 'arbitration_refused', 'acceptance_on_hold'], MAY_SUE),
  period('ARB_ENTRUSTED_MEDIATION_10WD', 'arb_mediation_entrusted', 'both', [...MEDIATION_OVER, 'hearing_set', ...AWARDED]),
  period('ARB_SERVE_CLAIM_5WD', 'arbitration_accepted', 'authority', ['claim_received', ...AWARDED]),
  period('ARB_TRIBUNAL_5WD', 'arbitration_accepted', 'authority', ['tribunal_formed', ...AWARDED]),
  period('ARB_DEFENCE_10WD', 'claim_received', 'employer', ['defence_filed', ...AWARDED]),
  period('ARB_AWARD_45D', 'arbitration_accepted', 'authority', AWARDED, AWARD),
  period('ARB_AWARD_EXTENDED_60D', 'arbitration_accepted', 'authority', AWARDED, AWARD),
  period('SUE_AFTER_AWARD_15D', 'award_received', 'either', ['suit_filed']),
  period('SUE_AFTER_AWARD_15D', 'final_award_received', 'worker', ['suit_filed']),
  period('EMPLOYER_SET_ASIDE_30D', 'final_award_received', 'employer', ['set_aside_applied']),
  period('SUE_AFTER_SET_ASIDE_15D', 'set_aside_received', 'either', ['suit_filed']),
  period('ARB_REVIEW_APPLY_15D', 'settled', 'both', CONFIRMED),
  period('JUDICIAL_CONFIRM_APPLY_30D', 'settled', 'both', CONFIRMED),
  period('ARB_REVIEW_DECIDE_5WD', 'review_accepted', 'authority', ['review_decided']),
  period('ARB_REVIEW_DECIDE_EXTENDED_10WD', 'review_accepted', 'authority', ['review_decided']),
  period('JUDICIAL_CONFIRM_ACCEPT_3D', 'judicial_confirmation_applied', 'authority', ['judicial_confirmation_accepted', ...RULED], COURT_LATE),
  period('JUDICIAL_CONFIRM_DECIDE_15D', 'judicial_confirmation_accepted', 'authority', RULED, COURT_LATE),
  period('JUDICIAL_CONFIRM_DECIDE_EXTENDED_25D', 'judicial_confirmation_accepted', 'authority', RULED, COURT_LATE),
  period('PAYMENT_ORDER_ACCEPT_5D', 'payment_order_applied', 'authority', ['payment_order_accepted', 'payment_order_rejected', 'payment_order_issued', 'payment_order_received']),
  period('PAYMENT_ORDER_ISSUE_15D', 'payment_order_accepted', 'authority', ['payment_order_issued', 'payment_order_rejected', 'payment_order_received']),
  period('PAYMENT_ORDER_SERVE_30D', 'payment_order_issued', 'authority', ['payment_order_received'], { ifMissed: say('支付令三十日内没有送达，已经失效：请问法院怎么接着办，或者直接起诉。', 'Not served within thirty days, the payment order has lapsed: ask the court how to go on, or sue.') }),
  period('PAYMENT_ORDER_OBJECT_15D', 'payment_order_received', 'employer', ['payment_order_objected'], { ifMissed: say('单位没有异议也没有付款，可以申请强制执行。', 'Neither objection nor payment: apply for enforcement.') }),
  period('ENFORCEMENT_2Y', 'performance_due', 'worker', ['enforcement_applied']),
  period('INSPECTION_COMPLAINT_2Y', 'violation_ended', 'worker', ['complained']),
  period('SOCIAL_INSURANCE_REGISTER_30D', 'hired', 'employer', ['insurance_registered']),
  period('SOCIAL_INSURANCE_TRANSFER_15D', 'employment_ended', 'employer', ['file_transferred']),
];

/** What starts the year for arbitration anew (劳动争议调解仲裁法 Art 27; 企业劳动争议协商调解规定 Art 31). */
export const INTERRUPTS: readonly CaseEventKind[] = [
  'demanded', 'demand_refused', 'payment_promised', 'complained', 'case_filed', 'committee_asked', 'mediation_ended', 'settlement_broken', 'arbitration_applied', 'suit_filed', 'payment_order_applied', 'payment_order_accepted',
];

/** Periods that start it anew when they end without what they wait for: no reply, no agreement (企业劳动争议协商调解规定 Art 31). */
export const INTERRUPT_WHEN_MISSED: readonly DeadlineCode[] = ['NEGOTIATION_REPLY_5D', 'MEDIATION_END_15D'];
