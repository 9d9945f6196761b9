import { claimKinds } from '@hejie/law';
import { fen, isoDate } from '@hejie/platform/contract';
import { z } from 'zod';
import { respondentKeySchema } from './party.contract.js';

const sum = (amounts: readonly { amountFen: number }[]) => amounts.reduce((total, a) => total + a.amountFen, 0);

/** What is offered: for what, how much, and when it is paid. Items and instalments both add up to the total. */
export const termsSchema = z
  .strictObject({
    items: z.array(z.strictObject({ kind: z.enum(claimKinds), amountFen: fen, note: z.string().trim().max(200).optional() })).min(1).max(20),
    totalFen: fen,
    /**
     * `by`: which respondent pays it. Where none says so, those who are bound are liable jointly and severally (连带责任，劳动合同法 Art 92, 民法典 Art 178); where one does, all do,
     * and each is liable for its own.
     */
    instalments: z.array(z.strictObject({ dueDate: isoDate, amountFen: fen, by: respondentKeySchema.optional() })).min(1).max(60),
    /** Of a case with several respondents: whom it binds. Left out in an offer, all who have somebody to speak for them. */
    binds: z.array(respondentKeySchema).min(1).max(5).optional(),
    /** 履行方式 */
    payment: z.enum(['bank_transfer', 'mobile_payment', 'cash']).optional(),
    /** 违约责任 */
    onDefault: z.string().trim().min(1).max(500).optional(),
    /** The employment ends on this day by agreement. */
    employmentEndsOn: isoDate.optional(),
    /** What the employer hands over: leaving certificate, transfer of file and insurance. */
    handOver: z.array(z.enum(['leaving_certificate', 'insurance_transfer', 'personnel_file'])).max(3).optional(),
    /** Of a group's agreement: what each worker gets. */
    shares: z.array(z.strictObject({ memberId: z.uuid(), amountFen: fen })).min(1).max(500).optional(),
    otherTerms: z.string().trim().max(2000).optional(),
  })
  .refine((t) => sum(t.items) === t.totalFen, { path: ['totalFen'], message: 'TERMS_ITEMS_SUM' })
  .refine((t) => sum(t.instalments) === t.totalFen, { path: ['instalments'], message: 'TERMS_INSTALMENTS_SUM' })
  .refine((t) => !t.shares || (sum(t.shares) === t.totalFen && new Set(t.shares.map((s) => s.memberId)).size === t.shares.length), { path: ['shares'], message: 'TERMS_SHARES_SUM' })
  .refine((t) => t.instalments.every((i) => i.by === undefined) || t.instalments.every((i) => i.by !== undefined), { path: ['instalments'], message: 'TERMS_PAYERS' })
  .refine((t) => !t.binds || (new Set(t.binds).size === t.binds.length && t.instalments.every((i) => i.by === undefined || t.binds!.includes(i.by))), { path: ['binds'], message: 'TERMS_PAYERS' })
  .refine((t) => t.instalments.every((x, i, all) => i === 0 || all[i - 1]!.dueDate <= x.dueDate), { path: ['instalments'], message: 'TERMS_INSTALMENTS_ORDER' });
export type Terms = z.infer<typeof termsSchema>;

/** What each respondent pays, where each is liable for its own; null where all who are bound are liable for all of it. */
export function payersOf({ instalments }: Pick<Terms, 'instalments'>): { by: string; amountFen: number }[] | null {
  const sums = new Map<string, number>();
  for (const { by, amountFen } of instalments) if (by !== undefined) sums.set(by, (sums.get(by) ?? 0) + amountFen);
  return sums.size ? [...sums].map(([by, amountFen]) => ({ by, amountFen })) : null;
}

/** Whom terms bind; of a case with one respondent they need not say so. */
export const boundBy = ({ binds }: Pick<Terms, 'binds'>): readonly string[] => binds ?? ['respondent'];
