import type { Type } from '@nestjs/common';

/** The worker side of every context: job handlers and reactions to events. */
export const workerModules: readonly Type[] = [];
