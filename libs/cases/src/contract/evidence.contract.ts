import { isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

/** `private`: the uploader's own side. `shared`: both sides and the mediator. */
export const visibilitySchema = z.enum(['private', 'shared']);
export const evidenceFieldsSchema = z.strictObject({
  title: z.string().trim().min(1).max(100),
  /** What it is to prove. */
  proves: z.string().trim().max(300).default(''),
  visibility: visibilitySchema.default('private'),
});
export type EvidenceFields = z.infer<typeof evidenceFieldsSchema>;

/** Turns a finished resumable upload into evidence; its id is the upload's, so repeating is harmless. */
export const takeUploadSchema = evidenceFieldsSchema.extend({ uploadId: z.uuid() });
export type TakeUpload = z.infer<typeof takeUploadSchema>;

export const evidenceSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  proves: z.string(),
  visibility: visibilitySchema,
  side: z.enum(['claimant', 'respondent', 'staff']),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: isoInstant,
  mine: z.boolean(),
  /** Whether the reader can still take it back. */
  removable: z.boolean(),
});
export type EvidenceView = z.infer<typeof evidenceSchema>;
export const evidenceListSchema = z.object({ items: z.array(evidenceSchema) });
export const shareEvidenceSchema = z.strictObject({ visibility: z.literal('shared') });
export type ShareEvidence = z.infer<typeof shareEvidenceSchema>;
