import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, yuan } from '../registry/inputs.js';
import { NotLoaded, loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';
import { injuryBaseWage } from './base-wage.js';

/** 全国城镇居民人均可支配收入 by year, yuan: the bureau's annual communiqués. Death counts the year before. */
export const NATIONAL_URBAN_INCOME: Readonly<Record<number, number>> = { 2022: 49_283, 2023: 51_821, 2024: 54_188, 2025: 56_502 };

const dependant = z.strictObject({ relation: z.enum(['spouse', 'other']), aloneOrOrphan: z.boolean() });
const shareOf = ({ relation, aloneOrOrphan }: z.infer<typeof dependant>) => (relation === 'spouse' ? 40 : 30) + (aloneOrOrphan ? 10 : 0);

export const injuryDeathTopic = defineTopic({
  topic: 'injury.death',
  title: say('工亡待遇', 'Benefits for a death at work'),
  unit: 'yuan',
  source: '工伤保险条例 Art 39, 64',
  effectiveFrom: '2011-01-01',
  input: z.strictObject({
    deathYear: z.int().min(2011).max(2199),
    nationalUrbanDisposableIncomePrevYear: localYuan,
    localAvgMonthlyWage: localYuan,
    ownMonthlyWage: yuan,
    dependants: z.array(dependant).max(30).refine((d) => d.filter((one) => one.relation === 'spouse').length <= 1, 'at most one spouse'),
  }),
  evaluate: ({ deathYear, nationalUrbanDisposableIncomePrevYear, localAvgMonthlyWage, ownMonthlyWage, dependants }) => {
    const local = loaded(localAvgMonthlyWage, 'localAvgMonthlyWage');
    const published = NATIONAL_URBAN_INCOME[deathYear - 1];
    const income = nationalUrbanDisposableIncomePrevYear ?? published;
    if (income === undefined) throw new NotLoaded(['nationalUrbanDisposableIncomePrevYear']);
    const { base, step } = injuryBaseWage(ownMonthlyWage, localAvgMonthlyWage);
    const funeral = Exact.of(local).times(6);
    const lumpSum = Exact.of(income).times(20);
    const sharePct = dependants.reduce((sum, d) => sum + shareOf(d), 0);
    const uncapped = base.percent(sharePct);
    const pension = Exact.min(uncapped, base);
    const oneOff = funeral.plus(lumpSum);
    return {
      value: { funeral: funeral.round(), lumpSum: lumpSum.round(), pensionUncapped: uncapped.round(), pensionMonthly: pension.round(), oneOffTotal: oneOff.round() },
      working: [
        say(`丧葬补助金：当地月平均工资 ${local} × 6 = ${funeral} 元`, `Funeral: local average wage ${local} × 6 = ${funeral} yuan`),
        say(`一次性工亡补助金：${deathYear - 1} 年全国城镇居民人均可支配收入 ${income} × 20 = ${lumpSum} 元`, `One-off death benefit: national urban income of ${deathYear - 1}, ${income} × 20 = ${lumpSum} yuan`),
        step,
        say(
          `供养亲属抚恤金：配偶 40%、其他亲属每人 30%、孤寡老人或者孤儿每人加 10%，共 ${sharePct}%：${base} × ${sharePct}% = ${uncapped} 元，合计不超过本人工资：每月 ${pension} 元`,
          `Pension of dependants: spouse 40%, each other 30%, 10% more for each lone elder or orphan, ${sharePct}% in all: ${base} × ${sharePct}% = ${uncapped} yuan, together not above the wage: ${pension} yuan a month`,
        ),
        say(`一次性合计 ${oneOff} 元`, `One-off ${oneOff} yuan`),
      ],
      warnings: [
        ...(published !== undefined && published !== income ? [say(`国家统计局公布的 ${deathYear - 1} 年数值为 ${published} 元，与所填不同，请核对。`, `The figure published for ${deathYear - 1} is ${published} yuan, not the one given: check it.`)] : []),
        say('谁是供养亲属由当地人社部门审核；未参保的由用人单位支付。', 'The local authority examines who is a dependant; an employer who has not insured pays.'),
      ],
    };
  },
});
