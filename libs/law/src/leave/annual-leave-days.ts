/** Statutory days of annual leave and the sick leave that takes them away, by years of work for all employers. */
const BANDS = [
  { fromYears: 20, days: 15, sickMonths: 4 },
  { fromYears: 10, days: 10, sickMonths: 3 },
  { fromYears: 1, days: 5, sickMonths: 2 },
] as const;

/** Null below one year of work (职工带薪年休假条例 Art 3, 4). */
export function annualLeaveBand(cumulativeYears: number): { readonly days: number; readonly sickMonths: number } | null {
  return BANDS.find((b) => b.fromYears <= cumulativeYears) ?? null;
}
