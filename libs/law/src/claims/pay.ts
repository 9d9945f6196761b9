import { addMonths } from '../dates/civil-date.js';
import { doubleWagePeriod } from '../contract-terms/double-wage.js';
import { say } from '../registry/topic.js';
import { exactly, missing, noFigure, range, type ClaimBuilder, type Part } from './claim-basis.js';

export const unpaidWages: ClaimBuilder = (f) => {
  const parts: Part[] = [];
  const unknown: string[] = [];
  if (f.chose('wageTrouble', 'unpaid')) {
    const arrears = f.number('arrears');
    if (arrears === null) unknown.push('arrears');
    else parts.push({ stated: arrears, what: say('欠付的工资', 'wages owed') });
  }
  if (f.chose('wageTrouble', 'belowMinimum')) {
    const [paid, forMonths] = [f.number('lowPaid'), f.number('lowMonths')];
    if (paid === null || forMonths === null) unknown.push(...f.unknown('lowPaid', 'lowMonths'));
    else parts.push({ topic: 'min_wage_shortfall', input: { paidMonthly: Array<number>(Math.min(600, Math.round(forMonths))).fill(paid), localMinMonthlyWage: null }, field: 'shortfall' });
  }
  const hourly = f.chose('wageTrouble', 'belowHourly') ? [say('小时最低工资由当地规定，这里没有录入，差额没有计入，请律师核算。', 'The hourly minimum is set locally and not loaded here; what is short of it is not counted: ask a lawyer.')] : [];
  if (hourly.length && !unknown.length && !parts.length) return noFigure({ changes: hourly });
  if (unknown.length || !parts.length) return missing(unknown.length ? unknown : ['wageTrouble']);
  const arrears = f.number('arrears');
  const changes = [
    ...hourly,
    say('工资流水、欠条、聊天里承认欠薪的内容会改变数额；单位须提供两年内的工资表。', 'Bank lines, an IOU or chats admitting the debt change the amount; the employer must produce the payroll of two years.'),
    say('劳动监察责令限期支付后仍不付的，可加付 50% 至 100%。', 'If ordered to pay by a date and not obeyed, 50% to 100% come on top.'),
  ];
  if (arrears === null || !f.chose('ordered', 'disobeyed')) return exactly(parts, { changes });
  const surcharge = { topic: 'wage_surcharge', input: { amountDue: arrears, orderIssued: true, paidWithinOrder: false } };
  return range([...parts, { ...surcharge, field: 'surchargeMin' }], [...parts, { ...surcharge, field: 'surchargeMax' }], { changes });
};

export const overtimePay: ClaimBuilder = (f) => {
  const needed = ['monthlyWage', 'weekdayHours', 'restDayHours', 'restDayCompLeaveHours', 'statutoryHolidayHours'];
  const unknown = f.unknown(...needed);
  if (unknown.length) return missing(unknown);
  const asked: Part = { topic: 'overtime.hours', input: Object.fromEntries(needed.map((q) => [q, f.number(q)])), field: 'total' };
  const changes = [
    say('加班事实由劳动者举证；能证明记录在单位手里的，由单位提供，不提供承担不利后果。', 'The worker shows the overtime; once it is shown that the employer holds the records, the employer must produce them or bear the consequence.'),
    say('合同约定的基数和各省规定会改变小时工资。', 'The base in the contract and provincial rules change the hourly wage.'),
  ];
  const certain = f.chose('overtimeProof', 'all') && !f.chose('hoursSystem', 'comprehensive', 'flexible');
  return certain ? exactly([asked], { changes }) : range([], [asked], { changes });
};

export const doubleWage: ClaimBuilder = (f, asOf) => {
  const unknown = f.unknown('hireDate', 'monthlyWage', ...(f.chose('contract', 'later') ? ['signDate'] : []));
  const end = f.endOr(null);
  if (!f.chose('stillEmployed', 'yes') && end === null) unknown.push('endDate');
  if (unknown.length) return missing(unknown);
  const [hireDate, monthlyWage] = [f.date('hireDate')!, f.number('monthlyWage')!];
  const signDate = f.chose('contract', 'yes') ? hireDate : f.date('signDate');
  const changes = [
    say('签订日期、入职日期，以及是不是劳动者自己不肯签，会改变结果；例外由单位举证。', 'The dates of signing and hiring, and whether the worker refused to sign, change the result; the employer proves an exception.'),
    say('超过一年的部分可能过了时效，各地算法不同。', 'What is more than a year old may be barred, counted differently by place.'),
  ];
  // while employed without a contract it grows until the day asked about
  const period = doubleWagePeriod(hireDate, signDate, end ?? asOf);
  if (!period) return exactly([], { changes });
  const whole: Part = { topic: 'double_wage', input: { hireDate, signDate, endDate: end ?? asOf, monthlyWage }, field: 'secondWage' };
  if (f.chose('contract', 'unsure')) return range([], [whole], { changes });
  if (!asOf) return exactly([whole], { changes });
  if (addMonths(period.from, 12) >= asOf) return exactly([whole], { changes });
  // the least is what is in time as the place counts it; more, if the year was interrupted or nobody objects
  const inTime: Part = { topic: 'double_wage.limitation', input: { fromDate: period.from, toDate: period.to, monthlyWage, filingDate: asOf, mode: null }, field: 'claimable' };
  return range([inTime], [whole], { changes });
};

export const deductionRefund: ClaimBuilder = (f) => {
  const total = f.number('deductedTotal');
  if (total === null) return missing(['deductedTotal']);
  const [monthlyWage, lossClaimed] = [f.number('monthlyWage'), f.number('lossClaimed')];
  const shown = monthlyWage === null || lossClaimed === null ? [] : [{ topic: 'wage_deduction', input: { monthlyWage, lossClaimed, localMinMonthlyWage: null } }];
  const refunded: Part = { stated: total, what: say('已经扣的钱', 'what was deducted') };
  const changes = [say('损失多少、有没有合同依据，由单位举证；证明不了的全部退还。', 'The employer proves the loss and the basis in the contract; otherwise all is refunded.')];
  return f.chose('deductionBasis', 'no') && !f.chose('deductionWhy', 'loss') ? exactly([refunded], { shown, changes }) : range([], [refunded], { shown, changes });
};

export const depositReturn: ClaimBuilder = (f) => {
  const changes = [say('收据、转账记录证明押金；证件和档案应当立即返还。', 'A receipt or transfer shows the deposit; papers and files must be returned at once.')];
  if (!f.chose('papersWhat', 'deposit')) return { low: null, high: null, shown: [], missing: [], changes };
  const deposit = f.number('deposit');
  return deposit === null ? missing(['deposit'], { changes }) : exactly([{ stated: deposit, what: say('押金', 'deposit') }], { changes });
};
