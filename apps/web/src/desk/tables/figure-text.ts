import { isMoney, type Figure } from '@hejie/entitlement/contract';
import type { TFunction } from 'i18next';
import { yuan } from '../../design/format.js';

/** 2,080 元, 10 个月, or that it is not available. */
export function figureText(figure: Figure, value: number | null, t: TFunction): string {
  if (value === null) return t('tables.notAvailable');
  return isMoney(figure) ? yuan(value) : t('tables.months', { count: value });
}
