import { daysBetween } from '../dates/civil-date.js';
import { holds } from '../intake/condition.js';
import type { Facts } from '../intake/facts.js';
import { PART_TIME } from '../intake/questions/who.js';
import { annualLeaveBand } from '../leave/annual-leave-days.js';
import { say } from '../registry/topic.js';
import { exactly, missing, noFigure, range, type Asked, type ClaimBuilder } from './claim-basis.js';

export const sickPay: ClaimBuilder = (f) => {
  const [workYears, employerYears] = [f.number('workYears'), f.number('employerYears')];
  const shown = workYears === null || employerYears === null || employerYears > workYears ? [] : [{ topic: 'medical_period', input: { totalWorkYears: workYears, employerYears } }];
  const changes = [say('合同、集体合同或者省里规定的病假工资更高的，按高的算。', 'A contract, collective contract or provincial rule may give more than this floor.')];
  const unknown = f.unknown('sickPaid', 'sickMonths');
  if (unknown.length) return missing(unknown, { shown, changes });
  return exactly([{ topic: 'sick_pay', input: { localMinMonthlyWage: null, paidMonthly: f.number('sickPaid'), months: f.number('sickMonths') }, field: 'shortfallTotal' }], { shown, changes });
};

export const annualLeave: ClaimBuilder = (f) => {
  const unknown = f.unknown('workYears', 'leaveUsed', 'wageExclOvertime', 'yearSickMonths', ...(f.chose('leaveYear', 'hired') ? ['hireDate'] : []), ...(f.chose('leaveYear', 'left') ? ['endDate'] : []));
  const changes = [say('累计工作年限要能证明（社保记录等）；时效怎么算各地不同。', 'The years of work need proof, e.g. the insurance record; limitation differs by place.')];
  if (unknown.length) return missing(unknown, { changes });
  const cumulativeYears = f.number('workYears')!;
  const sickLeaveMonths = f.number('yearSickMonths')!;
  const shown = [{ topic: 'annual_leave.eligibility', input: { cumulativeYears, sickLeaveMonths, paidPersonalLeaveDays: 0 } }];
  const band = annualLeaveBand(cumulativeYears);
  if (!band || sickLeaveMonths >= band.sickMonths) return exactly([], { shown, changes });
  const asked: Asked = {
    topic: 'annual_leave',
    input: {
      cumulativeYears,
      avgMonthlyWageExclOvertime: f.number('wageExclOvertime'),
      ...leaveBasis(f),
      usedDays: f.number('leaveUsed'),
      workerWaivedInWriting: f.chose('leaveWaived', 'yes'),
    },
    field: 'extraPay200',
  };
  return f.chose('leaveWaived', 'unsure') ? range([], [asked], { shown, changes: [...changes, say('书面写过自己不休的，没有额外报酬。', 'Who declined it in writing has nothing extra.')] }) : exactly([asked], { shown, changes });
};

/** The year of hiring counts the days left of it, the year of leaving those gone by, both with the day itself; who was hired and left in one year has only those between. */
function leaveBasis(f: Facts) {
  const [hired, left] = [f.date('hireDate'), f.date('endDate')];
  const oneYear = hired !== null && hired.slice(0, 4) === left?.slice(0, 4);
  if (f.chose('leaveYear', 'left') || (f.chose('leaveYear', 'hired') && oneYear)) {
    return { basis: 'termination', calendarDays: daysBetween(oneYear ? hired : `${left!.slice(0, 4)}-01-01`, left!) + 1 };
  }
  if (f.chose('leaveYear', 'hired')) return { basis: 'new_hire', calendarDays: daysBetween(hired!, `${hired!.slice(0, 4)}-12-31`) + 1 };
  return { basis: 'full_year', calendarDays: null };
}

export const maternityBenefits: ClaimBuilder = (f) => {
  const changes = [say('各省有延长的产假；没参加生育保险的，津贴由单位付。', 'Provinces add days; without maternity insurance the employer pays the allowance.')];
  const babies = f.number('babies');
  const miscarried = f.number('miscarriedAt');
  if (miscarried === null && babies === null) return noFigure({ changes });
  const input = { dystocia: f.chose('dystocia', 'yes'), babies: Math.min(10, Math.round(babies ?? 0)), miscarriageAtMonths: miscarried };
  return noFigure({ shown: [{ topic: 'maternity_days', input }], changes });
};

export const probationDamages: ClaimBuilder = (f) => {
  const changes = [say('只有已经干过的、超出上限的试用期才计赔偿。', 'Only probation already served beyond the limit counts.')];
  const partTime = holds(PART_TIME, f.answers);
  const unknown = f.unknown('probationAgreed', 'probationServed', 'wageAfterProbation', ...(partTime || f.chose('contractTerm', 'open') ? [] : ['contractMonths']));
  if (unknown.length) return missing(unknown, { changes });
  const input = {
    // part-time work has no probation at all (劳动合同法 Art 70), as the shortest of contracts
    contractMonths: partTime ? 0 : f.chose('contractTerm', 'open') ? null : f.number('contractMonths'),
    agreedProbationMonths: f.number('probationAgreed'),
    servedProbationMonths: f.number('probationServed'),
    wageAfterProbation: f.number('wageAfterProbation'),
  };
  const shown = [{ topic: 'probation.wage_floor', input: { contractWage: f.number('wageAfterProbation'), localMinMonthlyWage: null } }];
  return exactly([{ topic: 'probation', input, field: 'damages' }], { shown, changes });
};

export const noncompetePay: ClaimBuilder = (f) => {
  const changes = [say('要能证明自己遵守了约定；违反的要退还补偿并付违约金。', 'You must have kept the clause; a breach means returning the pay and a penalty.')];
  const unknown = f.unknown('monthlyWage', 'ncMonths');
  if (unknown.length) return missing(unknown, { changes });
  const input = {
    avgMonthlyWage: f.number('monthlyWage'),
    localMinMonthlyWage: null,
    agreedMonthly: f.number('ncAgreedMonthly'),
    performedMonths: f.number('ncMonths'),
    employerReleasedEarly: f.chose('ncReleased', 'yes', 'unsure'),
  };
  const whole: Asked = { topic: 'noncompete', input, field: 'total' };
  return f.chose('ncReleased', 'unsure') ? range([{ ...whole, field: 'performedPay' }], [whole], { changes }) : exactly([whole], { changes });
};

/** The figure is what the worker may have to pay, so it is shown and never counted as due to the worker. */
export const trainingBond: ClaimBuilder = (f) => {
  const changes = [say('专项培训费用由单位凭票据证明；因单位过错离职的不用付。', "The employer proves the training cost by receipts; leaving for its fault costs nothing.")];
  const questions = ['trainingCost', 'agreedPenalty', 'serviceMonths', 'servedMonths'];
  const unknown = f.unknown(...questions);
  if (unknown.length || !f.number('serviceMonths')) return missing(unknown.length ? unknown : ['serviceMonths'], { changes });
  return noFigure({ shown: [{ topic: 'service_bond', input: Object.fromEntries(questions.map((q) => [q, f.number(q)])) }], changes });
};
