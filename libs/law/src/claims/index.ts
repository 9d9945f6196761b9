import { say } from '../registry/topic.js';
import type { ClaimKind } from '../taxonomy/claim-kinds.js';
import { noFigure, type ClaimBuilder } from './claim-basis.js';
import { reinstatement, severance, unlawfulDismissal, unlessExcluded } from './ending.js';
import { injuryDeath, injuryDisability, injuryEmployment, injuryMedical } from './injury.js';
import { annualLeave, maternityBenefits, noncompetePay, probationDamages, sickPay, trainingBond } from './leave-and-contract.js';
import { deductionRefund, depositReturn, doubleWage, overtimePay, unpaidWages } from './pay.js';

/** How each claim's range is made from the facts. */
export const CLAIM_BUILDERS: Readonly<Record<ClaimKind, ClaimBuilder>> = {
  unpaid_wages: unpaidWages,
  overtime_pay: overtimePay,
  double_wage: unlessExcluded(doubleWage),
  severance: unlessExcluded(severance),
  unlawful_dismissal: unlessExcluded(unlawfulDismissal),
  injury_disability: injuryDisability,
  injury_medical: injuryMedical,
  injury_employment: injuryEmployment,
  injury_death: injuryDeath,
  employment_relation: () => noFigure({ changes: [say('确认了劳动关系，才有二倍工资、社保、工伤等后续权利。', 'Confirmed employment opens the way to second wage, insurance and injury benefits.')] }),
  social_insurance: () => noFigure({ changes: [say('损失按拿不到的待遇计算，请律师核算。', 'The loss is the benefit that cannot be had: let a lawyer count it.')] }),
  sick_pay: sickPay,
  annual_leave: annualLeave,
  reinstatement,
  probation_damages: probationDamages,
  noncompete_pay: noncompetePay,
  training_bond: trainingBond,
  deduction_refund: deductionRefund,
  maternity_benefits: maternityBenefits,
  deposit_return: depositReturn,
  other: () => noFigure({ changes: [say('请写清想要的结果，由律师看依据。', 'Say what you want; a lawyer looks for the ground.')] }),
};
