import type { RespondentRole } from '../../taxonomy/respondent-roles.js';
import { holds, type Answers } from '../condition.js';
import { relevantAnswers } from '../walk.js';
import { NOTES, type Note } from './notes.js';

/** The notes by which several are named together, and as what: first whom workers take for the employer. */
const SEVERAL: readonly { readonly note: string; readonly roles: readonly RespondentRole[] }[] = [
  { note: 'dispatched', roles: ['agency', 'user'] },
  { note: 'platformParties', roles: ['platform', 'partner'] },
  { note: 'construction', roles: ['subcontractor', 'contractor'] },
  { note: 'founder', roles: ['other', 'investor'] },
  { note: 'workUnsure', roles: ['other'] },
];

/** Why a worker who told this should name more than one respondent, and as what each; none where one is enough. */
export function severalRespondents(answers: Answers): { readonly why: Pick<Note, 'id' | 'text' | 'source'>; readonly roles: readonly RespondentRole[] }[] {
  const kept = relevantAnswers(answers);
  return SEVERAL.flatMap(({ note, roles }) => {
    const found = NOTES.find((n) => n.id === note)!;
    return holds(found.when, kept) ? [{ why: { id: found.id, text: found.text, source: found.source }, roles }] : [];
  });
}
