import { z } from 'zod';

/**
 * What an account may be on the platform. `person` is anybody who signs in by phone code:
 * whether they are the worker or the employer's representative depends on the case, so it is
 * a relation to the case and never a role.
 */
export const roleSchema = z.enum([
  'person',
  'lawyer',
  'mediator',
  'operator',
  'grid_officer',
  'legal_officer',
  'partner',
  'admin',
]);
export type Role = z.infer<typeof roleSchema>;

/** Languages the platform speaks; the first is the default. */
export const localeSchema = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof localeSchema>;
