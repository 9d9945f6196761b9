import type { Step } from '../registry/topic.js';
import { disputeTypes, type DisputeType } from './dispute-types.js';

interface SpecialtyEntry extends Step {
  readonly types: readonly DisputeType[];
}

/** What lawyers and mediators are good at, and the dispute types each covers. */
export const SPECIALTIES = {
  WAGES: { zh: '工资报酬', en: 'pay', types: ['UNPAID_WAGES', 'OVERTIME', 'WAGE_DEDUCTION', 'WORKING_TIME'] },
  CONTRACT: { zh: '劳动合同', en: 'contracts', types: ['NO_CONTRACT', 'CONTRACT_TERMS', 'PROBATION', 'EMPLOYMENT_RELATION'] },
  TERMINATION: { zh: '解除与补偿', en: 'termination', types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION', 'MASS_LAYOFF'] },
  INJURY: { zh: '工伤与职业病', en: 'injury', types: ['WORK_INJURY', 'WORK_DEATH', 'OCCUPATIONAL_DISEASE', 'RIDER_INJURY'] },
  SOCIAL_SECURITY: { zh: '社会保险', en: 'social insurance', types: ['SOCIAL_INSURANCE', 'SICK_LEAVE_PAY'] },
  LEAVE_WELFARE: { zh: '休假福利', en: 'leave and welfare', types: ['ANNUAL_LEAVE', 'SICK_LEAVE_PAY'] },
  WOMEN: { zh: '女职工权益', en: 'women', types: ['MATERNITY', 'EQUAL_TREATMENT'] },
  PLATFORM: { zh: '新就业形态', en: 'platform work', types: ['PLATFORM_WORK', 'RIDER_INJURY', 'EMPLOYMENT_RELATION'] },
  MIGRANT: { zh: '农民工、建筑领域欠薪', en: 'migrant and construction pay', types: ['UNPAID_WAGES', 'COLLECTIVE'] },
  COLLECTIVE: { zh: '集体争议与集体协商', en: 'collective', types: ['COLLECTIVE', 'COLLECTIVE_CONTRACT', 'MASS_LAYOFF'] },
  IP_NONCOMPETE: { zh: '竞业限制与商业秘密', en: 'non-compete, secrets', types: ['NON_COMPETE', 'TRAINING_BOND'] },
  LITIGATION: { zh: '仲裁诉讼代理', en: 'arbitration and court', types: disputeTypes },
  ADMIN: { zh: '工伤行政争议', en: 'administrative review', types: ['WORK_INJURY'] },
  PUBLIC_SECTOR: { zh: '事业单位人事', en: 'public institutions', types: ['CONTRACT_TERMS'] },
  CROSS_BORDER: { zh: '涉外用工', en: 'foreign workers', types: ['EMPLOYMENT_RELATION'] },
} as const satisfies Record<string, SpecialtyEntry>;

export type Specialty = keyof typeof SPECIALTIES;
export const specialties = Object.keys(SPECIALTIES) as [Specialty, ...Specialty[]];

/** Specialties that cover a dispute type, the closest (fewest types) first. */
export function specialtiesFor(type: DisputeType): Specialty[] {
  const covers = (s: Specialty) => (SPECIALTIES[s].types as readonly DisputeType[]);
  return specialties.filter((s) => covers(s).includes(type)).sort((a, b) => covers(a).length - covers(b).length);
}
