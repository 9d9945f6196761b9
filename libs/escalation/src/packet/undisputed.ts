import type { AnswerView } from '@hejie/cases/contract';
import { CLAIM_KINDS } from '@hejie/law';
import { yuan } from '@hejie/papers';

/** What both sides wrote down as undisputed, and what the employer admits in the answer that stands. Null when there is neither. */
export function undisputed(writtenDown: string | null, answer: AnswerView | null): string | null {
  const admitted = (answer?.claims ?? []).flatMap((c) => {
    if (c.position === 'deny') return [];
    const what = `${CLAIM_KINDS[c.kind].zh}${c.claimedFen === null ? '' : ` ${yuan(c.claimedFen)}`}`;
    return [c.position === 'admit' ? `用人单位认可：${what}。` : `用人单位就${what}认可其中 ${yuan(c.admittedFen ?? 0)}。`];
  });
  return [...(writtenDown ? [writtenDown] : []), ...admitted].join('\n') || null;
}
