import { DOUBLE_WAGE_MODES, isMode, isMoney, type Figure } from '@hejie/entitlement/contract';
import type { TFunction } from 'i18next';
import { yuan } from '../../design/format.js';

/** 2,080 元, 10 个月, how a year is counted, or that it is not available. */
export function figureText(figure: Figure, value: number | null, t: TFunction): string {
  if (value === null) return t('tables.notAvailable');
  if (isMode(figure)) return t(`tables.mode.${DOUBLE_WAGE_MODES[value - 1]!}`);
  return isMoney(figure) ? yuan(value) : t('tables.months', { count: value });
}
