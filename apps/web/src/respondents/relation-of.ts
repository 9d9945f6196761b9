import type { CaseView } from '@hejie/cases/contract';
import i18n from 'i18next';
import './texts.js';

/** What somebody is to a case; of several respondents, for which one they speak. */
export function relationOf({ relation, number }: CaseView['members'][number], { respondents }: Pick<CaseView, 'respondents'>): string {
  return number !== null && respondents.length > 1 ? i18n.t('respondents.speaksFor', { nth: i18n.t(`respondents.nth.${number}`) }) : i18n.t(`relation.${relation}`);
}
