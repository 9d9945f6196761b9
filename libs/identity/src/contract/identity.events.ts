import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

/** A one-time code waits to be sent; the code itself stays sealed in its row. */
export const codeRequested = defineEvent('identity.code_requested.v1', z.object({ codeId: z.uuid() }));
