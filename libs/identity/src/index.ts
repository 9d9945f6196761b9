import type { ContextDefinition } from '@hejie/platform';
import { AccountRole } from './accounts/account-role.entity.js';
import { Account } from './accounts/account.entity.js';
import { StaffCredential } from './accounts/staff-credential.entity.js';
import { IdentityModule } from './identity.module.js';
import { identityPolicy } from './identity.policy.js';
import { identityRefusals } from './identity.refusals.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateIdentity1700000001000 } from './migrations/1700000001000-create-identity.js';
import { DisableAccounts1700000001100 } from './migrations/1700000001100-disable-accounts.js';
import { CreateStaffOidc1700000001200 } from './migrations/1700000001200-create-staff-oidc.js';
import { OneTimeCode } from './one-time-codes/one-time-code.entity.js';
import { Organisation } from './organisations/organisation.entity.js';
import { Session } from './sessions/session.entity.js';
import { OidcAttempt } from './staff-oidc/oidc-attempt.entity.js';
import { StaffOidcBinding } from './staff-oidc/staff-oidc.entity.js';
import { StaffChallenge } from './staff-sign-in/staff-challenge.entity.js';

export { Accounts, type Contact, type NewStaff } from './accounts/accounts.js';
export { normalisePhone } from './accounts/phone.js';
export { ConfirmationCodes } from './confirm/confirmation-codes.js';
export { Organisations } from './organisations/organisations.js';
export type { OrganisationKind } from './organisations/organisation.entity.js';

export const identity: ContextDefinition = {
  name: 'identity',
  module: IdentityModule,
  entities: [Organisation, Account, AccountRole, StaffCredential, StaffChallenge, Session, OneTimeCode, OidcAttempt, StaffOidcBinding],
  migrations: [CreateIdentity1700000001000, DisableAccounts1700000001100, CreateStaffOidc1700000001200],
  policy: identityPolicy,
  refusals: identityRefusals,
  messages: { 'zh-CN': zhCN, en },
};
