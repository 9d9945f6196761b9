import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

/** A one-time code waits to be sent; the code itself stays sealed in its row. */
export const codeRequested = defineEvent('identity.code_requested.v1', z.object({ codeId: z.uuid() }));

/** A member of staff can sign in by a new link only, which an administrator holds. */
export const signInReset = defineEvent('identity.staff_sign_in_reset.v1', z.object({ accountId: z.uuid() }));

/** An organisation, with all below it, is below another one now. */
export const organisationMoved = defineEvent('identity.organisation_moved.v1', z.object({ organisationId: z.uuid() }));
