import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { civilDate, localYuan, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say, type Step } from '../registry/topic.js';
import { ASK_A_LAWYER } from '../registry/warnings.js';
import { compensationMonthsOf, serviceOf, type Service } from './service.js';

const MOST_CAPPED_MONTHS = 12;
const BEFORE_2008 = say(
  '2008年1月1日以前的年限按当时的规定计算经济补偿，请由律师复核。',
  'Service before 2008-01-01 counts for economic compensation under older rules: let a lawyer review it.',
);

/** N, N+1 and 2N: one base wage, one count of months. 2N takes the place of N and of the notice pay. */
export const severanceTopic = defineTopic({
  topic: 'severance',
  title: say('经济补偿、代通知金、违法解除赔偿金', 'Economic compensation, pay in lieu of notice, damages for unlawful termination'),
  unit: 'yuan',
  source: '劳动合同法 Art 40, 46, 47, 87; 实施条例 Art 20, 25, 27',
  effectiveFrom: '2008-09-18',
  input: z
    .strictObject({
      hireDate: civilDate,
      endDate: civilDate,
      avgMonthlyWage: yuan,
      localAvgMonthlyWage: localYuan,
      localMinMonthlyWage: localYuan,
      kind: z.enum(['N', 'N+1', '2N']),
      lastMonthWage: yuan.nullish(),
    })
    .refine((i) => i.hireDate <= i.endDate, 'endDate must not be before hireDate')
    .refine((i) => i.kind !== 'N+1' || typeof i.lastMonthWage === 'number', 'N+1 needs lastMonthWage'),
  evaluate: ({ hireDate, endDate, avgMonthlyWage, localAvgMonthlyWage, localMinMonthlyWage, kind, lastMonthWage }) => {
    const cap = Exact.of(loaded(localAvgMonthlyWage, 'localAvgMonthlyWage')).times(3);
    const floor = loaded(localMinMonthlyWage, 'localMinMonthlyWage');
    const service = serviceOf(hireDate, endDate);
    const counted = compensationMonthsOf(service);
    const capped = cap.isLessThan(avgMonthlyWage);
    const floored = !capped && avgMonthlyWage < floor;
    const base = capped ? cap : Exact.of(floored ? floor : avgMonthlyWage);
    const months = capped ? Math.min(counted, MOST_CAPPED_MONTHS) : counted;
    const n = base.times(months);
    const damages = kind === '2N' ? n.times(2) : Exact.ZERO;
    const compensation = kind === '2N' ? Exact.ZERO : n;
    const notice = Exact.of(kind === 'N+1' ? lastMonthWage! : 0);
    const total = compensation.plus(notice).plus(damages);
    return {
      value: {
        serviceMonths: service.months,
        compensationMonths: months,
        baseWage: base.round(),
        capped,
        floored,
        economicCompensation: compensation.round(),
        noticePay: notice.round(),
        damages: damages.round(),
        total: total.round(),
      },
      working: [
        serviceStep(hireDate, endDate, service, counted),
        baseStep(avgMonthlyWage, cap, floor, capped, floored),
        ...(months < counted ? [say(`月工资按三倍封顶的，年限最高十二年：${counted} 个月按 12 个月计`, `With the wage capped, at most twelve years count: ${counted} months become 12`)] : []),
        kind === '2N'
          ? say(`赔偿金 2 × ${base} × ${months} = ${damages} 元`, `Damages: 2 × ${base} × ${months} = ${damages} yuan`)
          : say(`经济补偿 ${base} × ${months} = ${compensation} 元`, `Economic compensation: ${base} × ${months} = ${compensation} yuan`),
        ...(kind === 'N+1' ? [say(`代通知金按上个月工资 ${notice} 元，不封顶；合计 ${total} 元`, `In lieu of notice the wage of the month before, ${notice} yuan, not capped; total ${total} yuan`)] : []),
      ],
      warnings: [...(hireDate < '2008-01-01' && kind !== '2N' ? [BEFORE_2008] : []), ASK_A_LAWYER],
      source: { N: '劳动合同法 Art 46, 47; 实施条例 Art 27', 'N+1': '劳动合同法 Art 40, 46, 47; 实施条例 Art 20, 27', '2N': '劳动合同法 Art 47, 48, 87; 实施条例 Art 25, 27' }[kind],
    };
  },
});

function serviceStep(from: string, to: string, { months, oddDays }: Service, counted: number): Step {
  return say(
    `${from} 至 ${to}，满 ${months} 个月${oddDays ? '零若干天' : ''}：每满一年计 1 个月，余下满六个月计 1 个月、不满六个月计半个月，共 ${counted} 个月`,
    `${from} to ${to}: ${months} full months${oddDays ? ' and some days' : ''}. Each year counts 1 month; the rest counts 1 from six months on, a half below: ${counted} months`,
  );
}

function baseStep(average: number, cap: Exact, floor: number, capped: boolean, floored: boolean): Step {
  if (capped) return say(`月平均工资 ${average} 元高于当地月平均工资的三倍 ${cap} 元，按 ${cap} 元计`, `The average ${average} is above three times the local average, ${cap}: ${cap} counts`);
  if (floored) return say(`月平均工资 ${average} 元低于当地最低工资，按 ${floor} 元计`, `The average ${average} is below the local minimum wage: ${floor} counts`);
  return say(`前十二个月的月平均应得工资 ${average} 元，未超过三倍 ${cap} 元，也不低于最低工资 ${floor} 元`, `The gross average of the twelve months before, ${average}, is within three times the local average ${cap} and the minimum wage ${floor}`);
}
