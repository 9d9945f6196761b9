import { Exact } from '../money/exact.js';
import { loaded } from '../registry/not-loaded.js';
import { say, type Step } from '../registry/topic.js';

export interface BaseWage {
  readonly base: Exact;
  readonly step: Step;
}

/**
 * 本人工资: the worker's own average wage, kept between 60% and 300% of the local average (工伤保险条例 Art 64).
 * @throws NotLoaded without the local average
 */
export function injuryBaseWage(ownMonthlyWage: number, localAvgMonthlyWage: number | null | undefined): BaseWage {
  const local = Exact.of(loaded(localAvgMonthlyWage, 'localAvgMonthlyWage'));
  const least = local.percent(60);
  const most = local.percent(300);
  const base = Exact.min(Exact.max(ownMonthlyWage, least), most);
  return {
    base,
    step: say(
      `本人工资 ${ownMonthlyWage} 元，以当地平均工资的 60%（${least}）至 300%（${most}）为限：按 ${base} 元`,
      `Own wage ${ownMonthlyWage} yuan, kept between 60% (${least}) and 300% (${most}) of the local average: ${base} yuan counts`,
    ),
  };
}
