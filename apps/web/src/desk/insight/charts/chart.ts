import type { City } from '@hejie/insight/contract';
import type { TFunction } from 'i18next';
import type { Finding } from '../findings.js';
import type { Opened } from '../use-insight-address.js';
import type { ChartPoint } from './chart-view.js';
import type { EChartsCoreOption } from './echarts.js';
import type { Palette } from './palette.js';

/** A figure in a table; with `opens` it leads to its cases. */
export interface Cell {
  readonly text: string;
  readonly opens?: Opened;
}

/** One chart: what it shows, drawn and as a table. */
export interface Chart {
  readonly key: string;
  readonly finding: Finding;
  /** What is drawn, with unit and period. */
  readonly caption: string;
  readonly option: EChartsCoreOption;
  readonly points: readonly ChartPoint[];
  readonly height: number;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly name: string; readonly cells: readonly Cell[] }[];
}

export interface Drawing {
  readonly city: City;
  readonly t: TFunction;
  readonly palette: Palette;
  readonly open: (opened: Opened) => void;
}

/** A value that is not there is said so, never drawn or written as 0. */
export const MISSING = '—';
