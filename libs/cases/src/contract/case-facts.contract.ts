import { claimKinds, disputeTypes, respondentRoles } from '@hejie/law';
import { fen, isoDate } from '@hejie/platform/contract';
import { z } from 'zod';
import { answersSchema, intakeSchema } from './intake.contract.js';

const yesNo = z.enum(['yes', 'no', 'unsure']);

/** Unified social credit code (GB 32100-2015): 18 characters with a check character. */
export const usccSchema = z.string().trim().toUpperCase().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/).refine(usccChecks, 'USCC_CHECK');

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The last character makes the weighted sum (3^i mod 31) of all a multiple of 31. */
function usccChecks(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const c of code.slice(0, 17)) {
    sum += USCC_ALPHABET.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

export const employerSchema = z.strictObject({
  name: z.string().trim().min(2).max(100),
  uscc: usccSchema.optional(),
  address: z.string().trim().max(200).optional(),
  /** Told where others are named beside it. */
  role: z.enum(respondentRoles).optional(),
});

/** Most who are named beside the employer of a case. */
export const MAX_OTHER_RESPONDENTS = 4;

/** Somebody else who answers to the worker together with the employer (劳动争议调解仲裁法 Art 22). */
export const otherRespondentSchema = employerSchema.extend({ role: z.enum(respondentRoles) });
export type OtherRespondent = z.infer<typeof otherRespondentSchema>;

/** Whether both are one company: the same code, or the same name however it is spaced and bracketed. */
export function sameRespondent(a: { name?: string | undefined; uscc?: string | null | undefined }, b: { name?: string | undefined; uscc?: string | null | undefined }): boolean {
  const plain = (name = '') => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  return (!!a.uscc && a.uscc.toUpperCase() === b.uscc?.toUpperCase()) || (!!plain(a.name) && plain(a.name) === plain(b.name));
}

export const employmentSchema = z.strictObject({
  contract: yesNo,
  insured: yesNo,
  platformWork: z.boolean(),
  startDate: isoDate.optional(),
  endDate: isoDate.optional(),
  position: z.string().trim().max(50).optional(),
  monthlyWageFen: fen.optional(),
});

export const claimSchema = z.strictObject({
  kind: z.enum(claimKinds),
  amountFen: fen.optional(),
  note: z.string().trim().max(500).optional(),
});

/** Particulars papers need; only the worker's side and the papers see them. */
export const claimantSchema = z.strictObject({
  name: z.string().trim().min(1).max(50),
  idNumber: z.string().trim().regex(/^\d{17}[\dXx]$/).optional(),
  address: z.string().trim().max(200).optional(),
});

/** Everything a filed case needs. */
export const caseFactsSchema = z.strictObject({
  disputeTypes: z.array(z.enum(disputeTypes)).min(1).max(8),
  region: z.string().trim().min(2).max(50),
  employer: employerSchema,
  /** Who else is named; once filed they stand in a table of their own. */
  others: z.array(otherRespondentSchema).max(MAX_OTHER_RESPONDENTS).optional(),
  employment: employmentSchema,
  claims: z.array(claimSchema).min(1).max(20),
  story: z.string().trim().min(5).max(4000),
  /** For the worker's own side only; never shown to the employer. */
  privateNote: z.string().trim().max(2000).optional(),
  groupSize: z.int().min(1).max(10_000).optional(),
  /** The intake's answers; for the worker's own side only. */
  intake: answersSchema.optional(),
});
export type CaseFacts = z.infer<typeof caseFactsSchema>;

/** The same, as it can be filed: nobody is named twice. */
export const filedFactsSchema = caseFactsSchema.superRefine(({ employer, others = [] }, context) => {
  others.forEach((other, i) => {
    if ([employer, ...others.slice(0, i)].some((before) => sameRespondent(before, other))) context.addIssue({ code: 'custom', path: ['others', i, 'name'], message: 'RESPONDENT_TWICE' });
  });
});

/** What is told to file at once: the intake's answers with what they leave open, or the whole facts by who words them alone. */
export const toldFactsSchema = caseFactsSchema.partial({ disputeTypes: true, employment: true, claims: true }).extend({ intake: intakeSchema.optional() });

/** One of the other side as far as it is typed. */
const draftRespondentSchema = z.strictObject({
  name: z.string().trim().max(100).optional(),
  uscc: z.string().trim().max(18).optional(),
  address: z.string().trim().max(200).optional(),
  role: z.enum(respondentRoles).optional(),
});

/**
 * A draft holds whatever was answered so far. `claims` are there once a person words them; none means what the law
 * makes of the answers. Drafts of before the intake hold `disputeTypes` and `employment` instead of it.
 */
export const draftAnswersSchema = z.strictObject({
  disputeTypes: z.array(z.enum(disputeTypes)).max(8).optional(),
  region: z.string().trim().max(50).optional(),
  employer: draftRespondentSchema.optional(),
  others: z.array(draftRespondentSchema).max(MAX_OTHER_RESPONDENTS).optional(),
  employment: employmentSchema.partial().optional(),
  claims: z.array(claimSchema).max(20).optional(),
  story: z.string().trim().max(4000).optional(),
  privateNote: z.string().trim().max(2000).optional(),
  groupSize: z.int().min(1).max(10_000).optional(),
  claimant: claimantSchema.partial().optional(),
  intake: answersSchema.optional(),
  /** The page one was on last. */
  at: z.string().max(80).optional(),
});
export type DraftAnswers = z.infer<typeof draftAnswersSchema>;
