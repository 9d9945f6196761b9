import type { CivilDate } from '../dates/civil-date.js';
import { say, type Step } from '../registry/topic.js';

/** Whose act it is, or whose turn. `either`: each side may; `both`: only together. */
export type Party = 'worker' | 'employer' | 'authority' | 'either' | 'both';

export const PARTIES: Readonly<Record<Party, Step>> = {
  worker: say('劳动者', 'the worker'),
  employer: say('单位', 'the employer'),
  authority: say('办理机构', 'the authority'),
  either: say('任何一方', 'either side'),
  both: say('双方一起', 'both together'),
};

/** What can happen in a case that starts, ends or moves a statutory period. Papers count from the day they were received. */
export const CASE_EVENTS = {
  hired: say('开始上班', 'Work began'),
  rights_known: say('知道权利被侵害', 'Learned of the infringement'),
  employment_ended: say('劳动关系结束', 'Employment ended'),
  violation_ended: say('单位的违法行为结束', "The employer's violation ended"),
  demanded: say('向对方提出要求', 'Demanded it of the other side'),
  demand_answered: say('对方答复', 'The other side replied'),
  demand_refused: say('对方拒绝协商', 'The other side refused to negotiate'),
  payment_promised: say('对方同意履行', 'The other side agreed to perform'),
  complained: say('向劳动监察等部门投诉', 'Complained to an authority'),
  limitation_suspended: say('不可抗力等原因，时效中止', 'Limitation suspended, e.g. by force majeure'),
  case_filed: say('在本平台申请调解', 'Asked for mediation here'),
  committee_asked: say('向企业调解委员会申请调解', "Asked the enterprise's mediation committee"),
  mediation_accepted: say('调解组织受理', 'The mediation body accepted'),
  court_mediation_accepted: say('法院在线调解平台的调解员确认接受', 'A mediator on the court platform accepted'),
  court_mediation_ordinary: say('起诉后法院委托调解（普通程序），调解员确认接受', 'After the suit, ordinary procedure: a mediator accepted what the court entrusted'),
  court_mediation_simplified: say('起诉后法院委托调解（简易程序），调解员确认接受', 'After the suit, simplified procedure: a mediator accepted what the court entrusted'),
  mediation_extended: say('双方同意延长调解期限', 'Both sides extended mediation'),
  mediation_ended: say('调解不成或者一方拒绝调解', 'Mediation failed or was refused'),
  settled: say('达成调解协议', 'A settlement was reached'),
  settlement_broken: say('调解协议到期没有履行', 'The settlement was not performed in time'),
  injured: say('发生事故或者诊断为职业病', 'Accident, or occupational disease diagnosed'),
  filing_hindered: say('不是自己的原因，没能申请工伤认定', 'Kept from applying for recognition by no fault of one\'s own'),
  recognition_applied: say('申请工伤认定', 'Applied for recognition of the injury'),
  recognition_supplemented: say('补齐工伤认定的材料', 'Completed the papers for recognition'),
  recognition_not_accepted: say('收到决定：工伤认定不予受理', 'Received the decision: the application is not accepted'),
  recognition_accepted: say('工伤认定申请受理', 'The application for recognition was accepted'),
  recognition_accepted_clear: say('工伤认定申请受理，按事实清楚、权利义务明确办理', 'The application for recognition was accepted as a clear case'),
  recognition_paused: say('等公安、法院等的结论，工伤认定中止', 'Recognition paused until another authority has found'),
  recognition_decided: say('人社部门作出工伤认定决定', 'The authority decided on the injury'),
  recognition_granted: say('收到决定：认定工伤', 'Received the decision: a work injury'),
  recognition_refused: say('收到决定：不予认定工伤', 'Received the decision: not a work injury'),
  scheme_refused: say('收到决定：不予确认职业伤害', 'Received the decision: no occupational injury'),
  reconsideration_applied: say('申请行政复议', 'Applied for reconsideration'),
  reconsideration_decided: say('收到行政复议决定', 'Received the decision on reconsideration'),
  admin_suit_filed: say('提起行政诉讼', 'Filed an administrative suit'),
  appraisal_applied: say('申请劳动能力鉴定', 'Applied for appraisal of the disability'),
  appraisal_decided: say('鉴定委员会作出结论', 'The committee concluded the appraisal'),
  appraisal_concluded: say('收到劳动能力鉴定结论', 'Received the conclusion of the appraisal'),
  reappraisal_applied: say('申请再次鉴定', 'Applied for re-appraisal'),
  reappraisal_concluded: say('收到再次鉴定结论', 'Received the conclusion of the re-appraisal'),
  arbitration_applied: say('申请劳动仲裁', 'Applied for arbitration'),
  acceptance_on_hold: say('同意先行调解，仲裁暂缓受理', 'Agreed to mediate first: acceptance on hold'),
  arbitration_accepted: say('仲裁受理', 'Arbitration was accepted'),
  arbitration_refused: say('仲裁不予受理', 'Arbitration was refused'),
  arb_mediation_entrusted: say('仲裁委委托调解', 'The commission entrusted mediation'),
  arb_restarted: say('追加当事人、补正材料、变更请求等，裁决期限重新计算', 'Joinder, supplements, changed claims: the period for the award starts anew'),
  arb_suspended: say('仲裁中止审理', 'Arbitration was suspended'),
  claim_received: say('被申请人收到仲裁申请书副本', 'The respondent received the claim'),
  defence_filed: say('被申请人提交答辩书', 'The respondent filed a defence'),
  tribunal_formed: say('仲裁庭组成', 'The tribunal was formed'),
  hearing_set: say('收到开庭通知', 'Received notice of the hearing'),
  postponement_asked: say('申请延期开庭', 'Asked for the hearing to be postponed'),
  award_received: say('收到裁决书（非终局）', 'Received an award, not final'),
  final_award_received: say('收到终局裁决书', 'Received a final award'),
  set_aside_applied: say('单位申请撤销裁决', 'The employer applied to set the award aside'),
  set_aside_received: say('收到撤销裁决的裁定', 'Received the ruling that sets the award aside'),
  suit_filed: say('向法院起诉', 'Filed a suit'),
  confirmation_applied: say('申请仲裁审查确认', 'Applied for arbitral review'),
  review_accepted: say('仲裁审查申请受理', 'The application for arbitral review was accepted'),
  review_decided: say('仲裁审查作出决定', 'Arbitral review was decided'),
  judicial_confirmation_applied: say('向法院申请司法确认', 'Applied to the court for confirmation'),
  judicial_confirmation_accepted: say('司法确认申请受理', 'The application for judicial confirmation was accepted'),
  judicial_confirmation_refused: say('法院不予受理或者驳回司法确认申请', 'The court did not accept, or rejected, the application for confirmation'),
  judicial_confirmation_decided: say('法院裁定调解协议有效', 'The court confirmed the agreement'),
  payment_order_applied: say('申请支付令', 'Applied for a payment order'),
  payment_order_accepted: say('支付令申请受理', 'The application for a payment order was accepted'),
  payment_order_issued: say('法院发出支付令', 'The court issued the payment order'),
  payment_order_rejected: say('法院驳回支付令申请', 'The court rejected the application for a payment order'),
  payment_order_received: say('单位收到支付令', 'The employer received the payment order'),
  payment_order_objected: say('单位对支付令提出异议', 'The employer objected to the payment order'),
  performance_due: say('裁决、调解书等确定的履行期届满', 'The period for performance ended'),
  enforcement_applied: say('申请强制执行', 'Applied for enforcement'),
  insurance_registered: say('办理社会保险登记', 'Social insurance was registered'),
  file_transferred: say('办理档案和社保转移', 'File and social insurance were transferred'),
} as const satisfies Record<string, Step>;

export type CaseEventKind = keyof typeof CASE_EVENTS;
export const caseEventKinds = Object.keys(CASE_EVENTS) as [CaseEventKind, ...CaseEventKind[]];

/** Those with a second day: what stands still until its cause ends, an extension until the day both agreed on, a notice of the day of the hearing. */
export const LASTING_EVENTS: readonly CaseEventKind[] = ['limitation_suspended', 'mediation_extended', 'filing_hindered', 'recognition_paused', 'arb_suspended', 'hearing_set'];
/** Those of them that say nothing without it; of the others it may not be known yet. */
export const UNTIL_NEEDED: readonly CaseEventKind[] = ['mediation_extended', 'hearing_set'];

export interface CaseEvent {
  readonly kind: CaseEventKind;
  readonly on: CivilDate;
  readonly by: Exclude<Party, 'either'>;
  /** Only of the events that last. */
  readonly until?: CivilDate | null;
}
