import { z } from 'zod';

/** Names the wording of the rules that are shown at the door. Other words are another version. */
export const RULES_VERSION = '2026-11';
/** Minutes before the start from which coming counts as having come. */
export const DOOR_OPENS_MINUTES = 30;
/** Minutes after the start at which a side that has not come is recorded as absent. */
export const GRACE_MINUTES = 10;

/** `rulesVersion`: the wording that was read. */
export const consentSchema = z.strictObject({ rulesVersion: z.string().max(20) });
export type Consent = z.infer<typeof consentSchema>;

export const roomLockSchema = z.strictObject({ roomId: z.uuid(), locked: z.boolean() });
export type RoomLock = z.infer<typeof roomLockSchema>;
export const muteSchema = z.strictObject({ accountId: z.uuid(), muted: z.boolean() });
export type Mute = z.infer<typeof muteSchema>;
