import { citationOf } from '../registry/articles.js';
import type { Step } from '../registry/topic.js';
import type { DisputeType } from './dispute-types.js';

interface ClaimKindEntry extends Step {
  /** Dispute types for which intake offers this claim first. */
  readonly types: readonly DisputeType[];
  /** What it is asked on; none where it depends on what is asked. */
  readonly source?: string;
  /** Which of the four it is that a payment order can be asked for after mediation (劳动争议调解仲裁法 Art 16); none: it is none of them, or it differs by province. */
  readonly payable?: Payable;
}

/** 劳动报酬, 工伤医疗费, 经济补偿, 赔偿金. */
const PAYABLE = { wages: { zh: '劳动报酬', en: 'pay' }, medical: { zh: '工伤医疗费', en: 'medical costs of a work injury' }, compensation: { zh: '经济补偿', en: 'economic compensation' }, damages: { zh: '赔偿金', en: 'damages' } } as const satisfies Record<string, Step>;
type Payable = keyof typeof PAYABLE;

/** What can be asked for. `other` fits everything. */
export const CLAIM_KINDS = {
  unpaid_wages: { zh: '支付拖欠的工资', en: 'unpaid wages', types: ['UNPAID_WAGES', 'PLATFORM_WORK', 'COLLECTIVE', 'WAGE_DEDUCTION'], source: '劳动合同法 Art 30', payable: 'wages' },
  overtime_pay: { zh: '支付加班费', en: 'overtime pay', types: ['OVERTIME', 'WORKING_TIME'], source: '劳动法 Art 44', payable: 'wages' },
  double_wage: { zh: '未签合同的二倍工资', en: 'second wage for no written contract', types: ['NO_CONTRACT', 'EMPLOYMENT_RELATION', 'WORK_INJURY'], source: '劳动合同法 Art 82', payable: 'damages' },
  severance: { zh: '经济补偿', en: 'economic compensation', types: ['ECON_COMPENSATION', 'MASS_LAYOFF', 'CONTRACT_TERMS'], source: '劳动合同法 Art 46, 47', payable: 'compensation' },
  unlawful_dismissal: { zh: '违法解除赔偿金', en: 'damages for unlawful dismissal', types: ['UNLAWFUL_TERMINATION', 'MATERNITY', 'PROBATION'], source: '劳动合同法 Art 48, 87', payable: 'damages' },
  injury_disability: { zh: '一次性伤残补助金', en: 'one-off disability allowance', types: ['WORK_INJURY', 'OCCUPATIONAL_DISEASE', 'RIDER_INJURY'], source: '工伤保险条例 Art 35-37' },
  injury_medical: { zh: '医疗费、停工留薪期工资等', en: 'medical costs and pay while injured', types: ['WORK_INJURY', 'OCCUPATIONAL_DISEASE', 'RIDER_INJURY'], source: '工伤保险条例 Art 30, 33', payable: 'medical' },
  injury_employment: { zh: '一次性就业、医疗补助金', en: 'one-off employment and medical subsidies', types: ['WORK_INJURY'], source: '工伤保险条例 Art 36, 37' },
  injury_death: { zh: '工亡待遇', en: 'work-death benefits', types: ['WORK_DEATH'], source: '工伤保险条例 Art 39' },
  employment_relation: { zh: '确认劳动关系', en: 'confirmation of employment', types: ['EMPLOYMENT_RELATION', 'RIDER_INJURY', 'PLATFORM_WORK'], source: '劳动争议调解仲裁法 Art 2' },
  social_insurance: { zh: '社会保险待遇损失', en: 'loss of social-insurance benefits', types: ['SOCIAL_INSURANCE'], source: '解释一 Art 1' },
  sick_pay: { zh: '病假工资', en: 'sick pay', types: ['SICK_LEAVE_PAY'], source: '劳部发〔1995〕309号 Art 59', payable: 'wages' },
  annual_leave: { zh: '未休年休假工资', en: 'pay for untaken annual leave', types: ['ANNUAL_LEAVE'], source: '职工带薪年休假条例 Art 5' },
  reinstatement: { zh: '恢复劳动关系、继续上班', en: 'reinstatement', types: ['UNLAWFUL_TERMINATION', 'MATERNITY'], source: '劳动合同法 Art 48' },
  probation_damages: { zh: '违法约定试用期的赔偿金', en: 'damages for unlawful probation', types: ['PROBATION'], source: '劳动合同法 Art 83', payable: 'damages' },
  noncompete_pay: { zh: '竞业限制补偿', en: 'pay for keeping a non-compete clause', types: ['NON_COMPETE'], source: '劳动合同法 Art 23', payable: 'compensation' },
  training_bond: { zh: '不付或者少付服务期违约金', en: 'release from a training penalty', types: ['TRAINING_BOND'], source: '劳动合同法 Art 22' },
  deduction_refund: { zh: '退还违法扣款', en: 'refund of unlawful deductions', types: ['WAGE_DEDUCTION'], source: '工资支付暂行规定 Art 16', payable: 'wages' },
  maternity_benefits: { zh: '产假、生育津贴等待遇', en: 'maternity leave and benefits', types: ['MATERNITY'], source: '女职工劳动保护特别规定 Art 7, 8' },
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

/** As what a payment order can be asked for a claim after mediation (劳动争议调解仲裁法 Art 16), null for what it cannot be asked for. */
export function payableAs(kind: ClaimKind): Step | null {
  const { payable }: ClaimKindEntry = CLAIM_KINDS[kind];
  return payable ? PAYABLE[payable] : null;
}

/** What a claim is asked on, as papers cite it; null where that depends on what is asked. */
export function basisOf(kind: ClaimKind): Step | null {
  const { source }: ClaimKindEntry = CLAIM_KINDS[kind];
  return source ? citationOf(source) : null;
}
