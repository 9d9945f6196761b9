import type { CaseView } from '@hejie/cases/contract';
import i18n from 'i18next';

const WORKER_SIDE = ['claimant', 'counsel', 'officer'];

/** The names of those who can read what is private to the worker's side. */
export function readersOfPrivate(view: CaseView): string {
  const names = view.members.filter((m) => WORKER_SIDE.includes(m.relation)).map((m) => m.name);
  return new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' }).format([...new Set(names), i18n.t('relation.department')]);
}
