import type { PartyKey, SessionView } from '@hejie/mediation/contract';
import i18n from 'i18next';
import { list } from '../design/format.js';
import './texts.js';

/** All respondents of a case; undefined where it has one. */
export type Several = SessionView['respondents'];

/** What a party is called: by its side, and among several respondents by number, with the name where there is room for it. */
export function partyName(key: PartyKey, several: Several, withName = false): string {
  const one = several?.find((r) => r.key === key);
  if (!one) return i18n.t(`side.${key}`);
  const nth = i18n.t(`respondents.nth.${one.number}`);
  return withName ? i18n.t('respondents.withName', { nth, name: one.name }) : nth;
}

/** The claimant, the respondents as the case has them, the mediator. */
export function inOrder<T>(of: readonly T[], key: (one: T) => PartyKey, several: Several): T[] {
  const order = ['claimant', ...(several?.map((r) => r.key) ?? ['respondent']), 'mediator'];
  return [...of].sort((a, b) => order.indexOf(key(a)) - order.indexOf(key(b)));
}

export const partyNames = (keys: readonly PartyKey[], several: Several): string => list(keys.map((key) => partyName(key, several)));
