import type { AnswerView } from '@hejie/cases/contract';
import { CLAIM_KINDS } from '@hejie/law';
import { yuan } from '@hejie/papers';

/** What both sides wrote down as undisputed, and what each respondent admits in the answer that stands, by whatever it is called. Null when there is neither. */
export function undisputed(writtenDown: string | null, answers: readonly { readonly by: string; readonly answer: AnswerView }[]): string | null {
  const admitted = answers.flatMap(({ by, answer }) => answer.claims.flatMap((c) => {
    if (c.position === 'deny') return [];
    const what = `${CLAIM_KINDS[c.kind].zh}${c.claimedFen === null ? '' : ` ${yuan(c.claimedFen)}`}`;
    return [c.position === 'admit' ? `${by}认可：${what}。` : `${by}就${what}认可其中 ${yuan(c.admittedFen ?? 0)}。`];
  }));
  return [...(writtenDown ? [writtenDown] : []), ...admitted].join('\n') || null;
}
