import { finalAwardTopic } from './arbitration/final-award.js';
import { bargainingRepsTopic } from './collective/bargaining-reps.js';
import { collectiveCaseTopic } from './collective/collective-case.js';
import { dispatchRatioTopic } from './collective/dispatch-ratio.js';
import { massLayoffTopic } from './collective/mass-layoff.js';
import { doubleWageLimitationTopic } from './contract-terms/double-wage-limitation.js';
import { doubleWageTopic } from './contract-terms/double-wage.js';
import { noncompeteTopic } from './contract-terms/noncompete.js';
import { probationWageFloorTopic } from './contract-terms/probation-wage-floor.js';
import { probationTopic } from './contract-terms/probation.js';
import { serviceBondTopic } from './contract-terms/service-bond.js';
import { collectiveEffectTopic, earliestReviewTopic } from './deadlines/appraisal-and-collective.js';
import { deadlineRuleTopic } from './deadlines/deadline-rules.js';
import { limitationTopic } from './deadlines/limitation.js';
import { periodTopic } from './deadlines/period.js';
import { injuryAllowanceTopic } from './injury/allowance.js';
import { injuryDeathTopic } from './injury/death.js';
import { illegalEmployerLumpTopic } from './injury/illegal-employer.js';
import { injuryLumpSumTopic } from './injury/lump-sum.js';
import { injuryNursingTopic } from './injury/nursing.js';
import { injuryPackageTopic } from './injury/package.js';
import { injuryStayPayTopic } from './injury/stay-pay.js';
import { injuryTerminationTopic } from './injury/termination-subsidies.js';
import { lateFeeTopic } from './insurance/late-fee.js';
import { annualLeaveEligibilityTopic } from './leave/annual-leave-eligibility.js';
import { annualLeaveTopic } from './leave/annual-leave.js';
import { maternityDaysTopic } from './leave/maternity-days.js';
import { medicalPeriodTopic } from './leave/medical-period.js';
import { sickPayTopic } from './leave/sick-pay.js';
import { minWageShortfallTopic } from './pay/min-wage-shortfall.js';
import { overtimeByDateTopic } from './pay/overtime-by-date.js';
import { overtimeHoursTopic } from './pay/overtime-hours.js';
import { wageDeductionTopic } from './pay/wage-deduction.js';
import { wageSurchargeTopic } from './pay/wage-surcharge.js';
import type { Topic } from './registry/topic.js';
import { avgWageTopic } from './termination/avg-wage.js';
import { severanceTopic } from './termination/severance.js';

const ALL = [
  deadlineRuleTopic,
  periodTopic,
  earliestReviewTopic,
  collectiveEffectTopic,
  limitationTopic,
  severanceTopic,
  avgWageTopic,
  overtimeHoursTopic,
  overtimeByDateTopic,
  doubleWageTopic,
  doubleWageLimitationTopic,
  annualLeaveTopic,
  annualLeaveEligibilityTopic,
  sickPayTopic,
  medicalPeriodTopic,
  maternityDaysTopic,
  wageSurchargeTopic,
  minWageShortfallTopic,
  wageDeductionTopic,
  injuryLumpSumTopic,
  injuryAllowanceTopic,
  injuryNursingTopic,
  injuryTerminationTopic,
  injuryStayPayTopic,
  injuryDeathTopic,
  injuryPackageTopic,
  illegalEmployerLumpTopic,
  noncompeteTopic,
  probationTopic,
  probationWageFloorTopic,
  serviceBondTopic,
  lateFeeTopic,
  finalAwardTopic,
  collectiveCaseTopic,
  massLayoffTopic,
  dispatchRatioTopic,
  bargainingRepsTopic,
];

/** Every rule that can be asked by name. */
export const TOPICS: ReadonlyMap<string, Topic<never>> = new Map(ALL.map((t) => [t.topic, t as unknown as Topic<never>]));
