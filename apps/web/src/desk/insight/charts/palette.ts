/** The colour of each thing, the same in every chart; `design/tokens.css` has the values. */
export function palette() {
  const css = getComputedStyle(document.documentElement);
  const token = (name: string) => css.getPropertyValue(`--${name}`).trim();
  return {
    cases: token('chart-cases'),
    settled: token('green'),
    agreed: token('chart-money'),
    paid: token('green'),
    awarded: token('chart-award'),
    days: token('chart-days'),
    lastYear: token('ink-soft'),
    limit: token('amber'),
    ink: token('ink'),
    soft: token('ink-soft'),
    line: token('line'),
    font: getComputedStyle(document.body).fontFamily,
  };
}
export type Palette = ReturnType<typeof palette>;
