import { roleSchema, type Policy } from '@hejie/platform/contract';

/** Everybody signed in may manage their own sessions and confirm their own acts. */
export const identityPolicy: Policy = {
  'identity.self.read': roleSchema.options,
  'identity.self.update': roleSchema.options,
  'identity.self.confirm': roleSchema.options,
  'identity.staff.disable': ['admin'],
};
