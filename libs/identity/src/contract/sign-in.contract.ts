import { isoInstant, localeSchema, roleSchema } from '@hejie/platform/contract';
import { z } from 'zod';

/** A phone number as people write it; the server reads it as a Chinese number unless it starts with `+`. */
export const phoneSchema = z.string().trim().min(7).max(20).regex(/^\+?[\d\s-]+$/);
/** What an SMS brings: six digits, or eight. */
export const codeSchema = z.string().regex(/^\d{6}(\d{2})?$/);
/** What an authenticator shows. */
export const totpSchema = z.string().regex(/^\d{6}$/);
export const personNameSchema = z.string().trim().min(1).max(50);

export const requestCodeSchema = z.strictObject({ phone: phoneSchema });
export type RequestCode = z.infer<typeof requestCodeSchema>;
/** The same for every phone, known or not. `resendAfter` in seconds. */
export const codeSentSchema = z.object({ resendAfter: z.int() });

export const phoneSignInSchema = z.strictObject({ phone: phoneSchema, code: codeSchema });
export type PhoneSignIn = z.infer<typeof phoneSignInSchema>;

/** `phone`: the new one. */
export const changePhoneSchema = z.strictObject({ phone: phoneSchema, oldCode: codeSchema, newCode: codeSchema });
export type ChangePhone = z.infer<typeof changePhoneSchema>;

export const staffPasswordSchema = z.strictObject({ username: z.string().trim().min(2).max(64), password: z.string().min(1).max(200) });
export type StaffPassword = z.infer<typeof staffPasswordSchema>;
export const staffChallengeSchema = z.object({ challengeId: z.string(), expiresAt: isoInstant });

export const staffTotpSchema = z.strictObject({ challengeId: z.string().min(20).max(100), code: totpSchema });
export type StaffTotp = z.infer<typeof staffTotpSchema>;

/** How staff may sign in here besides by password. */
export const staffWaysSchema = z.object({ oidc: z.boolean() });
export type StaffWays = z.infer<typeof staffWaysSchema>;
/** The OpenID provider's page to go to. */
export const oidcAttemptSchema = z.object({ url: z.url() });
export type OidcAttemptView = z.infer<typeof oidcAttemptSchema>;
/** The query string the provider sent the browser back with. */
export const oidcAnswerSchema = z.strictObject({ parameters: z.string().min(1).max(4000) });
export type OidcAnswer = z.infer<typeof oidcAnswerSchema>;

/** Who I am. `csrfToken` goes into the header `x-csrf-token` of every unsafe request. */
export const meSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  roles: z.array(roleSchema),
  organisations: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string() })),
  locale: localeSchema,
  csrfToken: z.string(),
});
export type Me = z.infer<typeof meSchema>;

export const updateMeSchema = z.strictObject({ name: personNameSchema.optional(), locale: localeSchema.optional() });
export type UpdateMe = z.infer<typeof updateMeSchema>;

export const sessionsSchema = z.object({
  items: z.array(z.object({ id: z.uuid(), startedAt: isoInstant, lastSeenAt: isoInstant, userAgent: z.string(), current: z.boolean() })),
});
export type SessionsView = z.infer<typeof sessionsSchema>;

/** What a fresh code confirms; it is good for that one thing only. */
export const confirmationSchema = z.strictObject({ purpose: z.enum(['sign_agreement', 'confirm_minutes', 'join_group', 'accept_share']), subject: z.uuid() });
export type Confirmation = z.infer<typeof confirmationSchema>;
