import type { Step } from '../registry/topic.js';
import type { DisputeType } from './dispute-types.js';

interface ClaimKindEntry extends Step {
  /** Dispute types for which intake offers this claim first. */
  readonly types: readonly DisputeType[];
}

/** What can be asked for. `other` fits everything. */
export const CLAIM_KINDS = {
  unpaid_wages: { zh: '支付拖欠的工资', en: 'unpaid wages', types: ['UNPAID_WAGES', 'PLATFORM_WORK', 'COLLECTIVE', 'WAGE_DEDUCTION'] },
  overtime_pay: { zh: '支付加班费', en: 'overtime pay', types: ['OVERTIME', 'WORKING_TIME'] },
  double_wage: { zh: '未签合同的二倍工资', en: 'second wage for no written contract', types: ['NO_CONTRACT', 'EMPLOYMENT_RELATION', 'WORK_INJURY'] },
  severance: { zh: '经济补偿', en: 'economic compensation', types: ['ECON_COMPENSATION', 'MASS_LAYOFF', 'CONTRACT_TERMS'] },
  unlawful_dismissal: { zh: '违法解除赔偿金', en: 'damages for unlawful dismissal', types: ['UNLAWFUL_TERMINATION', 'MATERNITY', 'PROBATION'] },
  injury_disability: { zh: '一次性伤残补助金', en: 'one-off disability allowance', types: ['WORK_INJURY', 'OCCUPATIONAL_DISEASE', 'RIDER_INJURY'] },
  injury_medical: { zh: '医疗费、停工留薪期工资等', en: 'medical costs and pay while injured', types: ['WORK_INJURY', 'OCCUPATIONAL_DISEASE', 'RIDER_INJURY'] },
  injury_employment: { zh: '一次性就业、医疗补助金', en: 'one-off employment and medical subsidies', types: ['WORK_INJURY'] },
  injury_death: { zh: '工亡待遇', en: 'work-death benefits', types: ['WORK_DEATH'] },
  employment_relation: { zh: '确认劳动关系', en: 'confirmation of employment', types: ['EMPLOYMENT_RELATION', 'RIDER_INJURY', 'PLATFORM_WORK'] },
  social_insurance: { zh: '社会保险待遇损失', en: 'loss of social-insurance benefits', types: ['SOCIAL_INSURANCE'] },
  sick_pay: { zh: '病假工资', en: 'sick pay', types: ['SICK_LEAVE_PAY'] },
  annual_leave: { zh: '未休年休假工资', en: 'pay for untaken annual leave', types: ['ANNUAL_LEAVE'] },
  reinstatement: { zh: '恢复劳动关系、继续上班', en: 'reinstatement', types: ['UNLAWFUL_TERMINATION', 'MATERNITY'] },
  probation_damages: { zh: '违法约定试用期的赔偿金', en: 'damages for unlawful probation', types: ['PROBATION'] },
  noncompete_pay: { zh: '竞业限制补偿', en: 'pay for keeping a non-compete clause', types: ['NON_COMPETE'] },
  training_bond: { zh: '不付或者少付服务期违约金', en: 'release from a training penalty', types: ['TRAINING_BOND'] },
  deduction_refund: { zh: '退还违法扣款', en: 'refund of unlawful deductions', types: ['WAGE_DEDUCTION'] },
  maternity_benefits: { zh: '产假、生育津贴等待遇', en: 'maternity leave and benefits', types: ['MATERNITY'] },
  deposit_return: { zh: '退还押金、证件、档案', en: 'return of deposit, papers or file', types: ['FILE_AND_DEPOSIT', 'WAGE_DEDUCTION'] },
  other: { zh: '其他请求', en: 'something else', types: [] },
} as const satisfies Record<string, ClaimKindEntry>;

export type ClaimKind = keyof typeof CLAIM_KINDS;
export const claimKinds = Object.keys(CLAIM_KINDS) as [ClaimKind, ...ClaimKind[]];

/** Claims intake offers for the given dispute types, `other` last. */
export function claimKindsFor(types: readonly DisputeType[]): ClaimKind[] {
  const fitting = claimKinds.filter((k) => (CLAIM_KINDS[k].types as readonly DisputeType[]).some((t) => types.includes(t)));
  return [...fitting, 'other'];
}
