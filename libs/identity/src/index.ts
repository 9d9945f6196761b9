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
import { SetUpStaff1700000001300 } from './migrations/1700000001300-set-up-staff.js';
import { CloseOrganisations1700000001400 } from './migrations/1700000001400-close-organisations.js';
import { SignInMeans1700000008200 } from './migrations/1700000008200-sign-in-means.js';
import { KnownDevices1700000008278 } from './migrations/1700000008278-known-devices.js';
import { KnownDevice } from './one-time-codes/known-device.entity.js';
import { OneTimeCode } from './one-time-codes/one-time-code.entity.js';
import { Organisation } from './organisations/organisation.entity.js';
import { Session } from './sessions/session.entity.js';
import { StaffSetUp } from './set-up-sign-in/staff-set-up.entity.js';
import { OidcAttempt } from './staff-oidc/oidc-attempt.entity.js';
import { StaffOidcBinding } from './staff-oidc/staff-oidc.entity.js';
import { StaffChallenge } from './staff-sign-in/staff-challenge.entity.js';

export { Accounts, type Contact, type NewStaff } from './accounts/accounts.js';
export { UploadLimit } from './accounts/upload-limit.js';
export { ConfirmationCodes } from './confirm/confirmation-codes.js';
export { foundationSchema, type Foundation } from './found-union/foundation.js';
export { FoundUnion } from './found-union/found-union.js';
export { OrganisationMoves } from './organisations/organisation-moves.js';
export { OrganisationWork } from './organisations/organisation-work.js';
export { Organisations } from './organisations/organisations.js';
export { Sessions } from './sessions/sessions.js';
export { SignedInBy, type SignedInMeans } from './sessions/signed-in-by.js';

export const identity: ContextDefinition = {
  name: 'identity',
  module: IdentityModule,
  entities: [Organisation, Account, AccountRole, StaffCredential, StaffChallenge, Session, KnownDevice, OneTimeCode, OidcAttempt, StaffOidcBinding, StaffSetUp],
  migrations: [CreateIdentity1700000001000, DisableAccounts1700000001100, CreateStaffOidc1700000001200, SetUpStaff1700000001300, CloseOrganisations1700000001400, SignInMeans1700000008200, KnownDevices1700000008278],
  policy: identityPolicy,
  refusals: identityRefusals,
  messages: { 'zh-CN': zhCN, en },
};
