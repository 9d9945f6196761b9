import { z } from 'zod';

/** An error as HTTP and sockets send it: RFC 9457 problem details with a stable `code`. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  requestId: z.string().optional(),
  /** For VALIDATION_FAILED: which field, and what is wrong with it in the reader's language. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
