import { z } from 'zod';

/** An instant as contracts carry it: ISO 8601 with offset. */
export const isoInstant = z.iso.datetime({ offset: true });
/** A civil date in Asia/Shanghai, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();
/** Money in fen (分): a non-negative integer, never a float. */
export const fen = z.int().min(0).max(1_000_000_000_000);
/** The caller's own id of a request: repeating it gives the first answer again. */
export const requestId = z.uuid();

/** One page of a list: pass `next` back as `cursor` to go on; absent at the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional(), total: z.int().optional() });
