import { roleSchema, type Policy } from '@hejie/platform/contract';

/** Everybody signed in may manage their own sessions and confirm their own acts; administrators the staff and the tree of their organisations. */
export const identityPolicy: Policy = {
  'identity.self.read': roleSchema.options,
  'identity.self.update': roleSchema.options,
  'identity.self.confirm': roleSchema.options,
  'identity.staff.read': ['admin'],
  'identity.staff.invite': ['admin'],
  'identity.staff.change_roles': ['admin'],
  'identity.staff.reset_sign_in': ['admin'],
  'identity.staff.disable': ['admin'],
  'identity.organisation.read': ['admin'],
  'identity.organisation.add': ['admin'],
  'identity.organisation.rename': ['admin'],
  'identity.organisation.move': ['admin'],
  'identity.organisation.close': ['admin'],
};
