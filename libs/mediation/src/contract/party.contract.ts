import { z } from 'zod';

export const sideSchema = z.enum(['claimant', 'respondent', 'mediator']);
export type Side = z.infer<typeof sideSchema>;

/** One of the respondents of a case: the employer is `respondent`, who stands beside it is the id under which the case keeps it. */
export const respondentKeySchema = z.union([z.literal('respondent'), z.uuid()]);
export type RespondentKey = z.infer<typeof respondentKeySchema>;

/** A party to a session, or its mediator. */
export const partyKeySchema = z.union([sideSchema, z.uuid()]);
export type PartyKey = z.infer<typeof partyKeySchema>;

/** Who somebody stands for: `respondentId` is null for the employer, as for whoever is of another side. */
export interface Party {
  readonly side: Side;
  readonly respondentId: string | null;
}

export const keyOf = ({ side, respondentId }: Party): PartyKey => respondentId ?? side;
export const partyOf = (key: PartyKey): Party => (key === 'claimant' || key === 'respondent' || key === 'mediator' ? { side: key, respondentId: null } : { side: 'respondent', respondentId: key });
export const sameParty = (a: Party, b: Party): boolean => keyOf(a) === keyOf(b);
