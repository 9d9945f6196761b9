import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorResolver } from '@hejie/platform';
import { Accounts } from './accounts/accounts.js';
import { PhoneChangeController } from './change-phone/change-phone.controller.js';
import { PhoneChange } from './change-phone/change-phone.js';
import { ConfirmationCodesController } from './confirm/confirmation-codes.controller.js';
import { ConfirmationCodes } from './confirm/confirmation-codes.js';
import { CsrfGuard } from './csrf/csrf-guard.js';
import { DisableStaffController } from './disable-staff/disable-staff.controller.js';
import { DisableStaff } from './disable-staff/disable-staff.js';
import { OneTimeCodes } from './one-time-codes/one-time-codes.js';
import { Organisations } from './organisations/organisations.js';
import { PhoneSignInController } from './phone-sign-in/phone-sign-in.controller.js';
import { DescribeMe } from './sessions/me.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { Sessions } from './sessions/sessions.js';
import { SignInLimits } from './sessions/sign-in-limits.js';
import { OidcClient } from './staff-oidc/oidc-client.js';
import { StaffOidcController } from './staff-oidc/staff-oidc.controller.js';
import { StaffOidc } from './staff-oidc/staff-oidc.js';
import { StaffSignInController } from './staff-sign-in/staff-sign-in.controller.js';
import { StaffSignIn } from './staff-sign-in/staff-sign-in.js';

/** Global, because the platform's guards ask it who is asking. */
@Global()
@Module({
  controllers: [PhoneSignInController, StaffSignInController, SessionsController, ConfirmationCodesController, DisableStaffController, StaffOidcController, PhoneChangeController],
  providers: [
    Accounts,
    Organisations,
    OneTimeCodes,
    ConfirmationCodes,
    Sessions,
    SignInLimits,
    StaffSignIn,
    DescribeMe,
    DisableStaff,
    PhoneChange,
    OidcClient,
    StaffOidc,
    { provide: ActorResolver, useExisting: Sessions },
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
  exports: [ActorResolver, Accounts, Organisations, ConfirmationCodes],
})
export class IdentityModule {}
