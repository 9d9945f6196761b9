import type { Certainty, Figure } from '../contract/index.js';

const months = (grade: number) => ({ [`medical_months_${grade}`]: `一次性工伤医疗补助金月数（${grade}级）`, [`employment_months_${grade}`]: `一次性伤残就业补助金月数（${grade}级）` });

/** As papers name the figures of a local table. */
export const FIGURE_NAMES = {
  avg_monthly_wage: '上年度职工月平均工资',
  min_monthly_wage: '月最低工资',
  avg_annual_wage: '上年度职工年平均工资',
  subsidy_base: '工伤一次性补助金基数',
  national_urban_income_prev_year: '上年度全国城镇居民人均可支配收入',
  double_wage_limitation: '二倍工资差额的时效起算',
  ...Object.assign({}, ...[5, 6, 7, 8, 9, 10].map(months)),
} as Readonly<Record<Figure, string>>;

/** In the order of `DOUBLE_WAGE_MODES`. */
export const MODE_NAMES = ['每日分别起算一年', '从整个期间结束起算一年'] as const;

export const CERTAINTY_NAMES: Readonly<Record<Certainty, string>> = { verified: '已核对原文', secondary: '二手来源', unverified: '待核实' };
