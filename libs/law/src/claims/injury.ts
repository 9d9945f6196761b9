import { holds } from '../intake/condition.js';
import type { Facts } from '../intake/facts.js';
import { UNLAWFULLY_EMPLOYED } from '../intake/questions/matters.js';
import { OVER_AGE, PARTLY_MANAGED } from '../intake/questions/who.js';
import { NATIONAL_URBAN_INCOME } from '../injury/death.js';
import { say } from '../registry/topic.js';
import { exactly, missing, noFigure, range, type Asked, type ClaimBuilder, type Part } from './claim-basis.js';

const GRADING = say('伤残等级以劳动能力鉴定为准，再次鉴定可能改变。', 'The grade is the appraisal committee\'s; re-appraisal may change it.');
const BASE = say('本人工资按受伤前十二个月的缴费工资平均，以当地平均工资的 60% 至 300% 为限。', 'The own wage is the average of twelve months before, within 60% to 300% of the local average.');
const RECOGNITION = say('须先认定为工伤；没认定之前只是估算。', 'It must be recognised as a work injury first; before that this is an estimate.');
const INSURANCE = say('参保的由基金和单位分担，没参保的全部由单位付。', 'With insurance fund and employer share it; without, the employer pays all.');

const LICENCE = say('单位有执照、用的也不是童工的，改按工伤待遇算。', 'With a licence, and not of a child, work-injury benefits count instead.');

const ownWage = (f: Facts) => ({ ownMonthlyWage: f.number('monthlyWage'), localAvgMonthlyWage: null });

export const injuryDisability: ClaimBuilder = (f) => {
  const unlawful = holds(UNLAWFULLY_EMPLOYED, f.answers);
  const unknown = [...(f.grade === null ? ['grade'] : []), ...(unlawful ? [] : f.unknown('monthlyWage'))];
  const changes = unlawful ? [GRADING, LICENCE] : [GRADING, BASE, INSURANCE, ...(f.chose('recognition', 'yes') ? [] : [RECOGNITION])];
  if (unknown.length) return missing(unknown, { changes });
  if (unlawful) {
    return exactly([{ topic: 'illegal_employer.lump', input: { grade: f.grade, death: false, localAvgAnnualWage: null, nationalUrbanDisposableIncomePrevYear: null }, field: 'total' }], { changes });
  }
  return exactly([{ topic: 'injury.lump_sum', input: { grade: f.grade, ...ownWage(f) }, field: 'amount' }], { shown: monthlyBenefits(f), changes });
};

/** What is paid month by month and so has no place in a sum. */
function monthlyBenefits(f: Facts): Omit<Asked, 'field'>[] {
  const dependency = ['full', 'most', 'partial'].find((d) => f.chose('nursing', d));
  return [
    ...(f.grade! <= 6 ? [{ topic: 'injury.allowance', input: { grade: f.grade, ...ownWage(f), localMinMonthlyWage: null, suitableWorkArranged: false } }] : []),
    ...(dependency ? [{ topic: 'injury.nursing', input: { dependency, localAvgMonthlyWage: null } }] : []),
  ];
}

export const injuryMedical: ClaimBuilder = (f) => {
  const costs = f.number('medicalCosts');
  const died = f.chose('matters', 'death');
  const platform = holds(PARTLY_MANAGED, f.answers);
  const unlawful = holds(UNLAWFULLY_EMPLOYED, f.answers);
  const unknown = [...f.unknown('medicalCosts'), ...(died || platform || unlawful ? [] : f.unknown('stayMonths', 'monthlyWage'))];
  const changes = [say('医疗费凭票据，以工伤保险目录内为限。', 'Medical costs need receipts and count within the catalogues.'), ...(platform || unlawful ? [] : [INSURANCE])];
  if (unknown.length) return missing(unknown, { changes });
  const parts: Part[] = [{ stated: costs!, what: say('自己垫付的医疗费', 'medical costs paid oneself') }];
  if (platform) return range([], parts, { changes: [...changes, say('由职业伤害保障或者有过错的一方承担，标准看当地规定。', 'Borne by the occupational-injury scheme or whoever was at fault; local rules apply.')] });
  if (died) return exactly(parts, { changes });
  if (unlawful) return exactly(parts, { changes: [...changes, say('治疗期间的生活费、护理费另外算，请律师核对。', 'Living costs and care during the treatment come on top: let a lawyer check.')] });
  const stay: Asked = { topic: 'injury.stay_pay', input: { monthlyWage: f.number('monthlyWage'), months: f.number('stayMonths'), extensionConfirmed: false }, field: 'amount' };
  return exactly([...parts, stay], { changes: [...changes, say('停工留薪期以医疗证明为准，超过十二个月须鉴定委员会确认。', 'The time away needs a medical certificate; beyond twelve months the committee must confirm it.')] });
};

export const injuryEmployment: ClaimBuilder = (f) => {
  const changes = [say('离开单位时才有；月数和基数看省里的表，临近退休可能减少。', 'Due on leaving; months and base are in the provincial table and may fall near retirement.'), GRADING];
  if (f.grade === null) return missing(['grade'], { changes });
  if (f.grade < 5) return noFigure({ changes: [say('一至四级保留劳动关系，没有这两项。', 'Grades 1 to 4 keep their employment and do not have these.')] });
  if (holds(UNLAWFULLY_EMPLOYED, f.answers)) return exactly([], { changes: [say('非法用工按一次性赔偿办法，不另计这两项。', 'Whoever was put to work unlawfully has the one-off compensation instead.')] });
  const input = { grade: f.grade, subsidyBase: null, medicalMonths: null, employmentMonths: null, insured: f.chose('insured', 'yes') };
  const both: Part[] = ['medicalSubsidy', 'employmentSubsidy'].map((field) => ({ topic: 'injury.termination', input, field }));
  if (holds(OVER_AGE, f.answers)) return range([], both, { changes: [...changes, say('超过退休年龄的，这两项各省规定不同，可能没有。', 'Past retirement age provinces differ on these two; they may not be due.')] });
  return f.chose('injuryEnds', 'yes') ? exactly(both, { changes }) : range([], both, { changes });
};

export const injuryDeath: ClaimBuilder = (f) => {
  const unlawful = holds(UNLAWFULLY_EMPLOYED, f.answers);
  const unknown = f.unknown('diedOn', ...(unlawful ? [] : ['monthlyWage', 'otherDependants', 'loneDependants']));
  const changes = [RECOGNITION, INSURANCE, say('抚恤金按月发给符合条件的亲属，不在一次性合计里。', 'The pension is paid monthly to dependants who qualify and is not in the one-off sum.')];
  if (unknown.length) return missing(unknown, { changes });
  const deathYear = Number(f.date('diedOn')!.slice(0, 4));
  if (unlawful) {
    const input = { grade: null, death: true, localAvgAnnualWage: null, nationalUrbanDisposableIncomePrevYear: NATIONAL_URBAN_INCOME[deathYear - 1] ?? null };
    return exactly([{ topic: 'illegal_employer.lump', input, field: 'total' }], { changes });
  }
  return exactly([{ topic: 'injury.death', input: { deathYear, nationalUrbanDisposableIncomePrevYear: null, ...ownWage(f), dependants: dependants(f) }, field: 'oneOffTotal' }], { changes });
};

function dependants(f: Facts) {
  const others = Math.min(29, Math.round(f.number('otherDependants')!));
  const alone = Math.round(f.number('loneDependants')!);
  const spouse = f.chose('spouse', 'yes', 'alone') ? [{ relation: 'spouse', aloneOrOrphan: f.chose('spouse', 'alone') }] : [];
  return [...spouse, ...Array.from({ length: others }, (_, i) => ({ relation: 'other', aloneOrOrphan: i < alone }))];
}
