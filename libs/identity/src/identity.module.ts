import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorResolver } from '@hejie/platform';
import { Accounts } from './accounts/accounts.js';
import { UploadLimit } from './accounts/upload-limit.js';
import { AddOrganisationController } from './add-organisation/add-organisation.controller.js';
import { AddOrganisation } from './add-organisation/add-organisation.js';
import { ChangeRolesController } from './change-roles/change-roles.controller.js';
import { ChangeRoles } from './change-roles/change-roles.js';
import { PhoneChangeController } from './change-phone/change-phone.controller.js';
import { PhoneChange } from './change-phone/change-phone.js';
import { CloseOrganisationController } from './close-organisation/close-organisation.controller.js';
import { CloseOrganisation } from './close-organisation/close-organisation.js';
import { ConfirmationCodesController } from './confirm/confirmation-codes.controller.js';
import { ConfirmationCodes } from './confirm/confirmation-codes.js';
import { CsrfGuard } from './csrf/csrf-guard.js';
import { DisableStaffController } from './disable-staff/disable-staff.controller.js';
import { DisableStaff } from './disable-staff/disable-staff.js';
import { FoundUnion } from './found-union/found-union.js';
import { InviteStaffController } from './invite-staff/invite-staff.controller.js';
import { InviteStaff } from './invite-staff/invite-staff.js';
import { ListOrganisationsController } from './list-organisations/list-organisations.controller.js';
import { OrganisationDirectory } from './list-organisations/organisation-directory.js';
import { ListStaffController } from './list-staff/list-staff.controller.js';
import { StaffDirectory } from './list-staff/staff-directory.js';
import { MoveOrganisationController } from './move-organisation/move-organisation.controller.js';
import { MoveOrganisation } from './move-organisation/move-organisation.js';
import { OneTimeCodes } from './one-time-codes/one-time-codes.js';
import { OrganisationMoves } from './organisations/organisation-moves.js';
import { OrganisationWork } from './organisations/organisation-work.js';
import { Organisations } from './organisations/organisations.js';
import { PhoneSignInController } from './phone-sign-in/phone-sign-in.controller.js';
import { RenameOrganisationController } from './rename-organisation/rename-organisation.controller.js';
import { RenameOrganisation } from './rename-organisation/rename-organisation.js';
import { ResetSignInController } from './reset-sign-in/reset-sign-in.controller.js';
import { ResetSignIn } from './reset-sign-in/reset-sign-in.js';
import { DescribeMe } from './sessions/me.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { Sessions } from './sessions/sessions.js';
import { SignedInBy } from './sessions/signed-in-by.js';
import { SignInLimits } from './sessions/sign-in-limits.js';
import { SetUpLinks } from './set-up-sign-in/set-up-links.js';
import { SetUpSignInController } from './set-up-sign-in/set-up-sign-in.controller.js';
import { SetUpSignIn } from './set-up-sign-in/set-up-sign-in.js';
import { StaffReach } from './staff/staff-reach.js';
import { OidcClient } from './staff-oidc/oidc-client.js';
import { StaffOidcController } from './staff-oidc/staff-oidc.controller.js';
import { StaffOidc } from './staff-oidc/staff-oidc.js';
import { StaffSignInController } from './staff-sign-in/staff-sign-in.controller.js';
import { StaffSignIn } from './staff-sign-in/staff-sign-in.js';

/** Global, because the platform's guards ask it who is asking. */
@Global()
@Module({
  controllers: [
    PhoneSignInController,
    StaffSignInController,
    SessionsController,
    ConfirmationCodesController,
    StaffOidcController,
    PhoneChangeController,
    SetUpSignInController,
    ListStaffController,
    InviteStaffController,
    ChangeRolesController,
    ResetSignInController,
    DisableStaffController,
    ListOrganisationsController,
    AddOrganisationController,
    RenameOrganisationController,
    MoveOrganisationController,
    CloseOrganisationController,
  ],
  providers: [
    Accounts,
    UploadLimit,
    Organisations,
    OrganisationWork,
    OrganisationMoves,
    OneTimeCodes,
    ConfirmationCodes,
    Sessions,
    SignedInBy,
    SignInLimits,
    StaffSignIn,
    DescribeMe,
    StaffReach,
    StaffDirectory,
    FoundUnion,
    InviteStaff,
    ChangeRoles,
    ResetSignIn,
    SetUpLinks,
    SetUpSignIn,
    DisableStaff,
    OrganisationDirectory,
    AddOrganisation,
    RenameOrganisation,
    MoveOrganisation,
    CloseOrganisation,
    PhoneChange,
    OidcClient,
    StaffOidc,
    { provide: ActorResolver, useExisting: Sessions },
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
  exports: [ActorResolver, Accounts, SignedInBy, Organisations, OrganisationMoves, OrganisationWork, ConfirmationCodes, FoundUnion, UploadLimit],
})
export class IdentityModule {}
