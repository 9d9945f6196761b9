import { nothingLoaded, yuanOf, type LocalFigures } from '@hejie/law';
import { DOUBLE_WAGE_MODES, type Figure } from '../contract/index.js';

const NATIONAL = 'national_urban_income_prev_year';

interface Stated {
  readonly figure: Figure;
  readonly value: number | null;
  readonly validFrom: string;
  readonly sourceTitle: string;
}

/** Rows of the tables as the law's rules take them: yuan and months, null where nothing is stated. */
export function localFiguresOf(region: string, figures: readonly Stated[]): LocalFigures {
  const valueOf = (figure: string) => figures.find((f) => f.figure === figure)?.value ?? null;
  const yuan = (figure: Figure) => {
    const fen = valueOf(figure);
    return fen === null ? null : yuanOf(fen);
  };
  const months = [5, 6, 7, 8, 9, 10].flatMap((grade) => {
    const [medical, employment] = [valueOf(`medical_months_${grade}`), valueOf(`employment_months_${grade}`)];
    return medical === null || employment === null ? [] : [[grade, { medical, employment }] as const];
  });
  const own = figures.filter((f) => f.figure !== NATIONAL);
  return {
    ...nothingLoaded(region),
    sourceTitle: own.length ? [...new Set(own.map((f) => f.sourceTitle))].join('；') : null,
    validFrom: own.map((f) => f.validFrom).sort().at(-1) ?? null,
    localAvgMonthlyWage: yuan('avg_monthly_wage'),
    localMinMonthlyWage: yuan('min_monthly_wage'),
    localAvgAnnualWage: yuan('avg_annual_wage'),
    subsidyBase: yuan('subsidy_base'),
    subsidyMonths: months.length ? Object.fromEntries(months) : null,
    nationalUrbanDisposableIncomePrevYear: yuan(NATIONAL),
    doubleWageLimitation: DOUBLE_WAGE_MODES[(valueOf('double_wage_limitation') ?? 0) - 1] ?? null,
  };
}
