import { z } from 'zod';
import { civilDate } from '../registry/inputs.js';
import type { Step } from '../registry/topic.js';
import { defineTopic, say } from '../registry/topic.js';
import { countPeriod, type PeriodUnit } from './period.js';

interface DeadlineRule {
  readonly n: number;
  readonly unit: PeriodUnit;
  readonly title: Step;
  readonly source: string;
  /** Where it is not the same everywhere. */
  readonly caution?: Step;
}

const rule = (n: number, unit: PeriodUnit, zh: string, en: string, source: string, caution?: Step): DeadlineRule => ({ n, unit, title: { zh, en }, source, ...(caution ? { caution } : {}) });

/** The statutory periods of a dispute by code. What each counts from is in the docs of the code's title. */
export const DEADLINE_RULES = {
  NEGOTIATION_REPLY_5D: rule(5, 'day', '协商答复期', 'Reply to a demand to negotiate', '企业劳动争议协商调解规定 Art 10'),
  MEDIATION_ACCEPT_3WD: rule(3, 'working_day', '调解受理期', 'Acceptance of a mediation application', '企业劳动争议协商调解规定 Art 22'),
  MEDIATION_END_15D: rule(15, 'day', '调解期限', 'Mediation period', '劳动争议调解仲裁法 Art 14; 企业劳动争议协商调解规定 Art 29'),
  COURT_ONLINE_MEDIATION_30D: rule(30, 'day', '法院在线调解期限', 'Mediation on the court platform', '人民法院在线调解规则 Art 24'),
  COURT_ENTRUSTED_MEDIATION_15D: rule(15, 'day', '法院委托调解期限（普通程序）', 'Mediation entrusted by the court, ordinary procedure', '人民法院在线调解规则 Art 24'),
  COURT_ENTRUSTED_MEDIATION_7D: rule(7, 'day', '法院委托调解期限（简易程序）', 'Mediation entrusted by the court, simplified procedure', '人民法院在线调解规则 Art 24'),
  ARB_ACCEPT_5WD: rule(5, 'working_day', '仲裁受理期', 'Acceptance of an arbitration application', '劳动争议调解仲裁法 Art 29; 办案规则 Art 30-31, 80'),
  ARB_ENTRUSTED_MEDIATION_10WD: rule(10, 'working_day', '仲裁委托调解期限', 'Mediation entrusted by the commission', '办案规则 Art 70, 80'),
  ARB_SERVE_CLAIM_5WD: rule(5, 'working_day', '仲裁申请书副本送达', 'Service of the claim', '劳动争议调解仲裁法 Art 30'),
  ARB_DEFENCE_10WD: rule(10, 'working_day', '答辩期', 'Defence', '劳动争议调解仲裁法 Art 30; 办案规则 Art 10, 33, 36'),
  ARB_TRIBUNAL_5WD: rule(5, 'working_day', '组成仲裁庭', 'Forming the tribunal', '劳动争议调解仲裁法 Art 32'),
  ARB_AWARD_45D: rule(45, 'day', '仲裁裁决期限', 'Award', '劳动争议调解仲裁法 Art 43'),
  ARB_AWARD_EXTENDED_60D: rule(60, 'day', '延长后的裁决期限', 'Award in a complex case', '劳动争议调解仲裁法 Art 43'),
  SUE_AFTER_AWARD_15D: rule(15, 'day', '不服裁决起诉期', 'Suit after an award', '劳动争议调解仲裁法 Art 48, 50'),
  EMPLOYER_SET_ASIDE_30D: rule(30, 'day', '用人单位申请撤销期', "Employer's set-aside application", '劳动争议调解仲裁法 Art 49'),
  SUE_AFTER_SET_ASIDE_15D: rule(15, 'day', '裁决被撤销后起诉期', 'Suit after a set-aside ruling', '劳动争议调解仲裁法 Art 49'),
  ARB_REVIEW_APPLY_15D: rule(15, 'day', '仲裁审查确认申请期', 'Application for arbitral review', '企业劳动争议协商调解规定 Art 27; 办案规则 Art 74'),
  ARB_REVIEW_DECIDE_5WD: rule(5, 'working_day', '仲裁审查期', 'Decision on arbitral review', '办案规则 Art 76'),
  ARB_REVIEW_DECIDE_EXTENDED_10WD: rule(10, 'working_day', '延长后的仲裁审查期', 'Decision on arbitral review, extended', '办案规则 Art 76'),
  JUDICIAL_CONFIRM_APPLY_30D: rule(30, 'day', '司法确认申请期', 'Application for judicial confirmation', '民事诉讼法 Art 205; 人民调解法 Art 33'),
  JUDICIAL_CONFIRM_ACCEPT_3D: rule(3, 'day', '司法确认申请受理', 'Acceptance of an application for judicial confirmation', '法释〔2011〕5号 Art 4'),
  JUDICIAL_CONFIRM_DECIDE_15D: rule(15, 'day', '司法确认裁定期限', 'Ruling on judicial confirmation', '法释〔2011〕5号 Art 5'),
  JUDICIAL_CONFIRM_DECIDE_EXTENDED_25D: rule(25, 'day', '延长后的司法确认裁定期限', 'Ruling on judicial confirmation, extended', '法释〔2011〕5号 Art 5'),
  PAYMENT_ORDER_ACCEPT_5D: rule(5, 'day', '支付令申请受理通知', 'Notice that a payment order was accepted', '民诉法解释 Art 427'),
  PAYMENT_ORDER_SERVE_30D: rule(30, 'day', '支付令送达期（逾期失效）', 'Service of a payment order, which lapses without it', '民诉法解释 Art 430'),
  PAYMENT_ORDER_ISSUE_15D: rule(15, 'day', '支付令审查期', 'Issue of a payment order', '民事诉讼法 Art 227; 民诉法解释 Art 427'),
  PAYMENT_ORDER_OBJECT_15D: rule(15, 'day', '支付令异议期', 'Objection to a payment order', '民事诉讼法 Art 227-228'),
  ENFORCEMENT_2Y: rule(2, 'year', '申请执行期限', 'Enforcement', '民事诉讼法 Art 250'),
  INJURY_EMPLOYER_FILE_30D: rule(30, 'day', '用人单位申请工伤认定', "Employer's injury filing", '工伤保险条例 Art 17'),
  INJURY_WORKER_FILE_1Y: rule(1, 'year', '劳动者、近亲属或工会申请工伤认定', "Worker's injury filing", '工伤保险条例 Art 17'),
  INJURY_ACCEPT_15D: rule(15, 'day', '工伤认定申请受理', 'Acceptance of an application for recognition', '工伤认定办法 Art 8'),
  INJURY_SERVE_20D: rule(20, 'day', '工伤认定决定送达', 'Service of the injury decision', '工伤认定办法 Art 22'),
  INJURY_DECISION_60D: rule(60, 'day', '工伤认定决定', 'Injury decision', '工伤保险条例 Art 20'),
  INJURY_DECISION_SIMPLE_15D: rule(15, 'day', '工伤认定决定（事实清楚的申请）', 'Injury decision where the facts are clear', '工伤保险条例 Art 20'),
  APPRAISAL_60D: rule(60, 'day', '劳动能力鉴定', 'Appraisal', '工伤保险条例 Art 25; 劳动能力鉴定管理办法 Art 10, 17'),
  APPRAISAL_EXTENDED_90D: rule(90, 'day', '复杂伤情鉴定', 'Appraisal of a complex injury', '工伤保险条例 Art 25; 劳动能力鉴定管理办法 Art 10, 17'),
  APPRAISAL_SERVE_15D: rule(15, 'day', '鉴定结论送达', 'Service of the conclusion of an appraisal', '劳动能力鉴定管理办法 Art 17'),
  REAPPRAISAL_APPLY_15D: rule(15, 'day', '申请再次鉴定', 'Application for re-appraisal', '工伤保险条例 Art 26; 劳动能力鉴定管理办法 Art 19'),
  RECONSIDERATION_60D: rule(60, 'day', '申请行政复议', 'Administrative reconsideration', '行政复议法 Art 20; 工伤保险条例 Art 55'),
  ADMIN_SUIT_6M: rule(6, 'month', '直接提起行政诉讼', 'Administrative suit', '行政诉讼法 Art 46'),
  ADMIN_SUIT_AFTER_RECON_15D: rule(15, 'day', '复议后提起行政诉讼', 'Suit after reconsideration', '行政诉讼法 Art 45'),
  INSPECTION_COMPLAINT_2Y: rule(2, 'year', '劳动监察投诉', 'Complaint to the labour inspectorate', '劳动保障监察条例 Art 20'),
  BARGAIN_REPLY_20D: rule(20, 'day', '集体协商应约', 'Reply to a bargaining request', '集体合同规定 Art 32; 工资集体协商试行办法 Art 17', say('有的省规定十五日内答复，请核对当地规定。', 'Some provinces ask for a reply within 15 days: check the local rule.')),
  COLLECTIVE_CONTRACT_FILE_10D: rule(10, 'day', '集体合同报送', 'Filing a collective contract', '集体合同规定 Art 42'),
  WAGE_AGREEMENT_FILE_7D: rule(7, 'day', '工资协议报送', 'Filing a wage agreement', '工资集体协商试行办法 Art 21'),
  COLLECTIVE_OBJECTION_15D: rule(15, 'day', '集体合同异议期', 'Objection to a collective contract', '劳动合同法 Art 54'),
  SOCIAL_INSURANCE_TRANSFER_15D: rule(15, 'day', '档案和社保转移', 'File and social-insurance transfer', '劳动合同法 Art 50'),
  SOCIAL_INSURANCE_REGISTER_30D: rule(30, 'day', '社会保险登记', 'Social-insurance registration', '社会保险法 Art 58'),
} as const satisfies Record<string, DeadlineRule>;

export type DeadlineCode = keyof typeof DEADLINE_RULES;

const COUNTING = '民法典 Art 200-203';
const CITED = Object.fromEntries(Object.entries(DEADLINE_RULES).map(([code, { source }]) => [code, `${source}; ${COUNTING}`])) as Record<DeadlineCode, string>;

export const deadlineRuleTopic = defineTopic({
  topic: 'deadline.rule',
  title: { zh: '法定期限', en: 'Statutory period' },
  unit: 'date',
  source: COUNTING,
  effectiveFrom: '2021-01-01',
  input: z.strictObject({ rule: z.enum(Object.keys(DEADLINE_RULES) as [DeadlineCode, ...DeadlineCode[]]), triggerDate: civilDate }),
  evaluate: ({ rule: code, triggerDate }, calendars) => {
    const { n, unit, caution }: DeadlineRule = DEADLINE_RULES[code];
    const counted = countPeriod(triggerDate, n, unit, calendars);
    return { ...counted, warnings: caution ? [...counted.warnings, caution] : counted.warnings, source: CITED[code] };
  },
});
