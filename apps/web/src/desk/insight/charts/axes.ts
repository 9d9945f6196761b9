import type { Palette } from './palette.js';

/** Number axis with its unit, from zero, in whole steps. */
export const valueAxis = (p: Palette, unit: string, format: (n: number) => string) => ({
  type: 'value',
  name: unit,
  nameLocation: 'end',
  nameTextStyle: { color: p.soft, align: 'left' },
  min: 0,
  minInterval: 1,
  axisLabel: { color: p.soft, formatter: format },
  splitLine: { lineStyle: { color: p.line } },
});

/** Axis of names or months, saying what they are. */
export const nameAxis = (p: Palette, name: string, labels: readonly string[]) => ({
  type: 'category',
  name,
  nameLocation: 'middle',
  nameTextStyle: { color: p.soft },
  data: labels,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: p.soft } },
  axisLabel: { color: p.ink },
});

export const frame = (p: Palette) => ({
  textStyle: { fontFamily: p.font, color: p.ink },
  grid: { left: 8, right: 16, top: 56, bottom: 8 },
  legend: { top: 0, left: 0, textStyle: { color: p.ink }, itemWidth: 18, selectedMode: false },
});
