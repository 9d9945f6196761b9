import { claimKinds } from '@hejie/law';
import { fen, isoDate } from '@hejie/platform/contract';
import { z } from 'zod';

const sum = (amounts: readonly { amountFen: number }[]) => amounts.reduce((total, a) => total + a.amountFen, 0);

/** What is offered: for what, how much, and when it is paid. Items and instalments both add up to the total. */
export const termsSchema = z
  .strictObject({
    items: z.array(z.strictObject({ kind: z.enum(claimKinds), amountFen: fen, note: z.string().trim().max(200).optional() })).min(1).max(20),
    totalFen: fen,
    instalments: z.array(z.strictObject({ dueDate: isoDate, amountFen: fen })).min(1).max(60),
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
  .refine((t) => t.instalments.every((x, i, all) => i === 0 || all[i - 1]!.dueDate <= x.dueDate), { path: ['instalments'], message: 'TERMS_INSTALMENTS_ORDER' });
export type Terms = z.infer<typeof termsSchema>;
