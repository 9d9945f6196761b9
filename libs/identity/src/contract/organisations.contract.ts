import { isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

/** `city` is the union at the top, which founding makes; the others are below it. */
export const organisationKindSchema = z.enum(['city', 'county', 'street', 'station', 'enterprise', 'law_firm', 'commission', 'court']);
export type OrganisationKind = z.infer<typeof organisationKindSchema>;
/** What can be added below another: the union's own places, law firms, enterprises, and partners that take cases over. */
export const partKindSchema = organisationKindSchema.exclude(['city']);
export type PartKind = z.infer<typeof partKindSchema>;
export const organisationNameSchema = z.string().trim().min(2).max(100);

/** The organisations within reach, each after the one it belongs to; `depth` 0 is the top of a reach. */
const placed = { id: z.uuid(), name: z.string(), kind: organisationKindSchema, depth: z.int() };

/** Where somebody can serve: the open ones. */
export const administeredSchema = z.object({ items: z.array(z.object(placed)) });
export type Administered = z.infer<typeof administeredSchema>;

/** All of them, with what keeps each from being closed: `staff` serve there and are not disabled, `openCases` it has to see to; of what is below it nothing is counted. */
export const organisationSchema = z.object({ ...placed, parentId: z.uuid().nullable(), closedAt: isoInstant.nullable(), staff: z.int(), openCases: z.int() });
export type OrganisationView = z.infer<typeof organisationSchema>;
export const organisationsSchema = z.object({ items: z.array(organisationSchema) });
export type OrganisationsView = z.infer<typeof organisationsSchema>;

export const addOrganisationSchema = z.strictObject({ name: organisationNameSchema, kind: partKindSchema, parentId: z.uuid() });
export type AddOrganisation = z.infer<typeof addOrganisationSchema>;
export const addedOrganisationSchema = z.object({ id: z.uuid() });
export type AddedOrganisation = z.infer<typeof addedOrganisationSchema>;

export const renameOrganisationSchema = z.strictObject({ name: organisationNameSchema });
export type RenameOrganisation = z.infer<typeof renameOrganisationSchema>;

export const moveOrganisationSchema = z.strictObject({ parentId: z.uuid() });
export type MoveOrganisation = z.infer<typeof moveOrganisationSchema>;
