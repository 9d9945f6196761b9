/** Every month from the first to the last of the given ones, `YYYY-MM`, in order. */
export function monthsBetween(given: readonly string[]): string[] {
  const sorted = [...given].sort();
  const last = sorted.at(-1);
  const months: string[] = [];
  for (let m = sorted[0]; m !== undefined && last !== undefined && m <= last; m = next(m)) months.push(m);
  return months;
}

/** The same month or day a year earlier (29 February becomes 28). */
export function yearBefore(date: string): string {
  const earlier = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`;
  return earlier.endsWith('-02-29') ? earlier.replace('-29', '-28') : earlier;
}

function next(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`;
}
