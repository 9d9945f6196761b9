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

export const partyNames = (keys: readonly PartyKey[], several: Several): string => list(keys.map((key) => partyName(key, several)));
