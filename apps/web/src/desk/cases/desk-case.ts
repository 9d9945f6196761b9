import type { CaseSummary } from '@hejie/cases/contract';
import type { caseloadSchema } from '@hejie/lawyers/contract';
import type { z } from 'zod';
import { typeName } from '../../design/type-name.js';

type CaseloadItem = z.infer<typeof caseloadSchema>['items'][number];

/** A line of any list of cases on the desk. */
export type DeskCase = Pick<CaseloadItem, 'claimantName' | 'employerName' | 'otherRespondents' | 'amountClaimedFen' | 'next' | 'waitsFor' | 'unread' | 'mentions'> & {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly status: string;
  readonly outcome: string | null;
};

export const fromCaseload = ({ caseId, primaryType, ...c }: CaseloadItem): DeskCase => ({ ...c, id: caseId, type: typeName(primaryType), outcome: null });

/** The department's list says nothing of turns and messages: these are of the people who work in the case. */
export const fromSummary = (c: CaseSummary): DeskCase => ({ ...c, number: c.number ?? '', type: typeName(c.primaryType), waitsFor: null, unread: 0, mentions: 0 });
