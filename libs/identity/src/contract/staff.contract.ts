import { isoInstant, roleSchema } from '@hejie/platform/contract';
import { z } from 'zod';
import { personNameSchema, phoneSchema, totpSchema } from './sign-in.contract.js';

/** What staff may be; `person` is for people, who make their accounts themselves. */
export const staffRoleSchema = roleSchema.exclude(['person']);
export type StaffRole = z.infer<typeof staffRoleSchema>;

/** A role and the organisation it is held at; each role is held at one. */
export const staffPlacesSchema = z
  .array(z.strictObject({ role: staffRoleSchema, organisationId: z.uuid() }))
  .min(1)
  .max(staffRoleSchema.options.length)
  .refine((places) => new Set(places.map((p) => p.role)).size === places.length, 'ROLE_TWICE');
export type StaffPlaces = z.infer<typeof staffPlacesSchema>;

/** `invited`: has not set up signing in yet; `reset`: is to set it up anew. */
export const staffStateSchema = z.enum(['active', 'invited', 'reset', 'disabled']);
export type StaffState = z.infer<typeof staffStateSchema>;

/** Of everybody who serves at `organisationId` or below it; all within reach without it. `find`: part of a name or user name. */
export const listStaffSchema = z.strictObject({
  organisationId: z.uuid().optional(),
  role: staffRoleSchema.optional(),
  state: staffStateSchema.optional(),
  find: z.string().trim().max(50).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type ListStaff = z.infer<typeof listStaffSchema>;

/** `mine`: the reader's own account. `changeable`: not their own, and serving nowhere beyond their reach. */
export const staffMemberSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  username: z.string(),
  phoneMasked: z.string().nullable(),
  places: z.array(z.object({ role: staffRoleSchema, organisationId: z.uuid(), organisation: z.string() })),
  state: staffStateSchema,
  mine: z.boolean(),
  changeable: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;
export const staffListSchema = z.object({ items: z.array(staffMemberSchema), total: z.int(), pageSize: z.int() });
export type StaffList = z.infer<typeof staffListSchema>;

export const usernameSchema = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);
export const inviteStaffSchema = z.strictObject({
  name: personNameSchema,
  username: usernameSchema,
  phone: phoneSchema.optional(),
  email: z.email().max(200).optional(),
  places: staffPlacesSchema,
});
export type InviteStaff = z.infer<typeof inviteStaffSchema>;

export const changeRolesSchema = z.strictObject({ places: staffPlacesSchema });
export type ChangeRoles = z.infer<typeof changeRolesSchema>;

/** Shown once to the administrator, who hands it over: `token` opens the page where signing in is set up. */
export const setUpLinkSchema = z.object({ accountId: z.uuid(), token: z.string(), expiresAt: isoInstant });
export type SetUpLink = z.infer<typeof setUpLinkSchema>;

const token = z.string().min(20).max(100);
export const setUpTokenSchema = z.strictObject({ token });
export type SetUpToken = z.infer<typeof setUpTokenSchema>;
/** `secret`: base32, for the authenticator; `authenticator`: the same as its app reads it from a picture. */
export const setUpViewSchema = z.object({ name: z.string(), username: z.string(), secret: z.string(), authenticator: z.string() });
export type SetUpView = z.infer<typeof setUpViewSchema>;
export const PASSWORD_MIN = 12;
export const setUpSchema = z.strictObject({ token, password: z.string().min(PASSWORD_MIN).max(200), code: totpSchema });
export type SetUp = z.infer<typeof setUpSchema>;
