import { z } from 'zod';
import { organisationNameSchema, partKindSchema, personNameSchema, usernameSchema } from '../contract/index.js';

/** A place below the union: its own counties, streets and stations, law firms, enterprises, and partners that take cases over. */
const partSchema = z.strictObject({
  name: organisationNameSchema,
  kind: partKindSchema,
  get parts() {
    return z.array(partSchema).default([]);
  },
});
export type Part = z.infer<typeof partSchema>;

/** What an installation begins with: a city's union, the tree below it, and who administers it. */
export const foundationSchema = z.strictObject({
  union: organisationNameSchema,
  parts: z.array(partSchema).default([]),
  administrator: z.strictObject({ name: personNameSchema, username: usernameSchema }),
});
export type Foundation = z.infer<typeof foundationSchema>;
