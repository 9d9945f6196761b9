import type { Step } from '../registry/topic.js';

/** What a dispute is about. A case has one primary type and any number of others. */
export const DISPUTE_TYPES = {
  EMPLOYMENT_RELATION: { zh: '确认劳动关系', en: 'confirm employment' },
  UNPAID_WAGES: { zh: '拖欠、克扣工资', en: 'unpaid wages' },
  OVERTIME: { zh: '加班费', en: 'overtime pay' },
  NO_CONTRACT: { zh: '未订立书面劳动合同二倍工资', en: 'no written contract' },
  UNLAWFUL_TERMINATION: { zh: '违法解除、终止', en: 'unlawful termination' },
  ECON_COMPENSATION: { zh: '经济补偿', en: 'economic compensation' },
  CONTRACT_TERMS: { zh: '合同订立、履行、变更、调岗', en: 'contract terms, transfer' },
  PROBATION: { zh: '试用期', en: 'probation' },
  WORK_INJURY: { zh: '工伤待遇', en: 'work injury' },
  WORK_DEATH: { zh: '工亡待遇', en: 'work death' },
  OCCUPATIONAL_DISEASE: { zh: '职业病', en: 'occupational disease' },
  SOCIAL_INSURANCE: { zh: '社会保险', en: 'social insurance' },
  SICK_LEAVE_PAY: { zh: '病假工资、医疗期', en: 'sick pay' },
  ANNUAL_LEAVE: { zh: '年休假', en: 'annual leave' },
  WORKING_TIME: { zh: '工时、休息休假', en: 'hours and rest' },
  MATERNITY: { zh: '三期、生育待遇', en: 'pregnancy, birth, nursing' },
  NON_COMPETE: { zh: '竞业限制', en: 'non-compete' },
  TRAINING_BOND: { zh: '服务期、培训费', en: 'training bond' },
  WAGE_DEDUCTION: { zh: '扣款、赔偿损失', en: 'deductions, loss claims' },
  DISPATCH: { zh: '劳务派遣', en: 'dispatch' },
  PLATFORM_WORK: { zh: '新就业形态报酬、规则', en: 'platform pay and rules' },
  RIDER_INJURY: { zh: '骑手、司机职业伤害', en: 'platform worker injury' },
  FILE_AND_DEPOSIT: { zh: '档案、证件、押金', en: 'file, ID, deposit' },
  EQUAL_TREATMENT: { zh: '就业歧视、性骚扰', en: 'discrimination, harassment' },
  COLLECTIVE: { zh: '集体争议（10人以上）', en: 'collective dispute' },
  COLLECTIVE_CONTRACT: { zh: '集体合同履行', en: 'collective contract performance' },
  MASS_LAYOFF: { zh: '经济性裁员', en: 'mass layoff' },
  OVER_AGE: { zh: '超龄劳动者', en: 'over-age worker' },
  OTHER: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Step>;

export type DisputeType = keyof typeof DISPUTE_TYPES;
export const disputeTypes = Object.keys(DISPUTE_TYPES) as [DisputeType, ...DisputeType[]];
