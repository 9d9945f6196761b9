import { claimKinds } from '@hejie/law';
import { isoDate, isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

/** `private`: the uploader's own side. `shared`: both sides and the mediator. */
export const visibilitySchema = z.enum(['private', 'shared']);
export const evidenceFieldsSchema = z.strictObject({
  title: z.string().trim().min(1).max(100),
  /** What it is to prove, in one's own words. */
  proves: z.string().trim().max(300).default(''),
  visibility: visibilitySchema.default('private'),
});
export type EvidenceFields = z.infer<typeof evidenceFieldsSchema>;

/** Turns a finished resumable upload into evidence; its id is the upload's, so repeating is harmless. */
export const takeUploadSchema = evidenceFieldsSchema.extend({ uploadId: z.uuid() });
export type TakeUpload = z.infer<typeof takeUploadSchema>;

/** How one came by it (证据来源). */
export const obtainedSchema = z.enum(['own_photo', 'own_paper', 'screenshot', 'chat_record', 'recording', 'from_employer', 'public_body', 'bank', 'hospital', 'witness', 'other']);
export type Obtained = z.infer<typeof obtainedSchema>;

export const provenanceSchema = z.strictObject({
  obtained: obtainedSchema,
  /** Who made it; empty when that is not known. */
  madeBy: z.string().trim().max(50).default(''),
  madeOn: isoDate.nullable().default(null),
});
export type Provenance = z.infer<typeof provenanceSchema>;

const MOST_BINDINGS = 20;

/** What a file proves and where it comes from. `items`: of the law's checklist; `claims`: of the case. */
export const bindEvidenceSchema = z.strictObject({
  title: z.string().trim().min(1).max(100),
  proves: z.string().trim().max(300).default(''),
  items: z.array(z.string().min(1).max(40)).max(MOST_BINDINGS),
  claims: z.array(z.enum(claimKinds)).max(MOST_BINDINGS),
  provenance: provenanceSchema.nullable(),
});
export type BindEvidence = z.infer<typeof bindEvidenceSchema>;

export const evidenceSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  proves: z.string(),
  /** What its own side bound it to and where it comes from; empty for the other side. */
  items: z.array(z.string()),
  claims: z.array(z.enum(claimKinds)),
  provenance: provenanceSchema.nullable(),
  visibility: visibilitySchema,
  side: z.enum(['claimant', 'respondent', 'staff']),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: isoInstant,
  mine: z.boolean(),
  /** Whether the reader may say what it proves. */
  bindable: z.boolean(),
  /** Whether the reader can still take it back. */
  removable: z.boolean(),
});
export type EvidenceView = z.infer<typeof evidenceSchema>;
export const evidenceListSchema = z.object({ items: z.array(evidenceSchema) });
export const shareEvidenceSchema = z.strictObject({ visibility: z.literal('shared') });
export type ShareEvidence = z.infer<typeof shareEvidenceSchema>;

const stepSchema = z.object({ zh: z.string(), en: z.string() });

/** What is needed, what of it is there (`evidence`: ids), and how to get the rest. */
export const checklistSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      item: stepSchema,
      proves: stepSchema,
      way: stepSchema,
      weight: z.enum(['core', 'helpful']),
      heldBy: z.enum(['worker', 'employer']),
      evidence: z.array(z.uuid()),
    }),
  ),
  claims: z.array(z.object({ kind: z.enum(claimKinds), title: stepSchema, evidence: z.array(z.uuid()) })),
  /** Uploads of the side that nobody has said yet what they prove. */
  unbound: z.array(z.uuid()),
});
export type ChecklistView = z.infer<typeof checklistSchema>;

/** What happened to a file, from its reception on. `shown`: to the other side; `copied`: a copy without location data was made. */
export const custodyKindSchema = z.enum(['received', 'bound', 'shown', 'read', 'copied', 'bundled', 'handed_on', 'removed']);
export type CustodyKind = z.infer<typeof custodyKindSchema>;

export const custodySchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      evidenceId: z.uuid(),
      title: z.string(),
      at: isoInstant,
      kind: custodyKindSchema,
      /** Null when the system did it. */
      by: z.string().nullable(),
      /** Of what was received, read, made or put in. */
      sha256: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type CustodyView = z.infer<typeof custodySchema>;
