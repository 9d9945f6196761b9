import type { DraftAnswers, Receipt } from '@hejie/cases/contract';
import type { Answers } from '@hejie/law';
import { useState } from 'react';
import type { TypedRespondent } from '../../respondents/respondent-fields.js';
import { newRequestId } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { keptForVisit } from '../../api/this-visit.js';

/** One call as far as it has come. */
export interface Call {
  readonly caller: { readonly name: string; readonly phone: string; readonly employer: string; readonly region: string; readonly story: string; readonly consent: boolean };
  readonly answers: Answers;
  /** Who is named beside the employer, and then what that is; calls kept from before have none. */
  readonly others?: readonly TypedRespondent[];
  readonly employerRole?: TypedRespondent['role'];
  readonly claims: NonNullable<DraftAnswers['claims']>;
  /** What was sent last and under which id: sent again after a lost answer or a reload it is the same request. */
  readonly sent?: { readonly what: string; readonly requestId: string };
  readonly receipt?: Receipt;
}

const NOBODY: Call = { caller: { name: '', phone: '', employer: '', region: '', story: '', consent: false }, answers: {}, claims: [] };

/** The call at hand, kept as it is typed: a reload finds it, in the officer's own window and until they sign out. A caller's phone and story stay no longer on a computer that many use. */
export function useCall() {
  const kept = keptForVisit<Call>(`call.${useMe().data?.accountId}`);
  const [call, setCall] = useState(() => kept.read() ?? NOBODY);
  const change = (part: Partial<Call>) =>
    setCall((now) => {
      const next = { ...now, ...part };
      kept.keep(next);
      return next;
    });
  const next = () => {
    kept.forget();
    setCall(NOBODY);
  };
  /** The id to send this under. */
  const requestIdOf = (body: object): string => {
    const what = JSON.stringify(body);
    const requestId = call.sent?.what === what ? call.sent.requestId : newRequestId();
    change({ sent: { what, requestId } });
    return requestId;
  };
  return { call, change, next, requestIdOf };
}
